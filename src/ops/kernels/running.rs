//! Results that run along a dimension: each of the elements up to there.

use super::{Extreme, chosen};
use crate::ops::{self, Arg, Args, Context, Grads, Out, Shapes, shapes::shape_of};
use crate::tensor::{Array, DType, Result, Tensor};

/// The dtype of a running sum or product: the one asked for, else int64 for whole numbers.
///
/// # Errors
/// When the dtype argument is none.
fn running_dtype(args: &Args, dtype: DType) -> Result<DType> {
    Ok(args
        .dtype(2)?
        .unwrap_or(if dtype.is_float() { dtype } else { DType::I64 }))
}

/// The shape rule of a running sum or product.
///
/// # Errors
/// When the dimension is out of range.
pub fn running_shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    args.dim(1, 0, shape.len())?;
    shape_of(shape, running_dtype(args, dtype)?)
}

/// The input of a running sum or product in its dtype, and the dimension.
///
/// # Errors
/// When the dimension is out of range.
pub fn running_input(args: &Args) -> Result<(Array, usize)> {
    let array = args.array(0)?;
    let dim = args.dim(1, 0, array.ndim())?;
    Ok((array.to_dtype(running_dtype(args, array.dtype())?)?, dim))
}

/// The sum of each element and all after it: the gradient of a running sum.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn sum_of_later(x: &Tensor, dim: &Arg) -> Result<Tensor> {
    ops::flip((&ops::cumsum((&ops::flip((x, dim))?, dim))?, dim))
}

/// The greatest or least element so far, and where it stands: the last of equal ones. nan wins.
///
/// # Errors
/// When the dimension is out of range.
pub fn running_extreme(args: &Args, extreme: Extreme) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(1, 0, array.ndim())?;
    let length = array.shape().get(dim).copied().unwrap_or(1);
    chosen(&array, dim, length, &mut |line, nan, places| {
        let is_nan = |at: usize| Some(line[at]) == nan;
        let mut best = 0;
        for (i, place) in places.iter_mut().enumerate() {
            if is_nan(i) || !(is_nan(best) || extreme.beyond(line[best], line[i])) {
                best = i;
            }
            *place = best as i64;
        }
    })
}

/// The gradient of [`running_extreme`]: to the places that were the outermost.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn to_running_places(ctx: &Context) -> Result<Grads> {
    let zeros = ops::zeros(&ctx.shape(0)?, ctx.dtype(0)?)?;
    ctx.only(ops::scatter_add((
        &zeros,
        ctx.args().at(1),
        &ctx.output(1)?,
        &ctx.grad()?,
    ))?)
}
