//! One element picked along a dimension: its value, its place, its gradient.

use smallvec::smallvec;

use super::{chosen, to_places_along};
use crate::ops::{Args, Context, Out, Shapes};
use crate::tensor::{Array, DType, Result, Shape, Tensor, TensorError};

/// The shape rule: the dimension of argument `dim` disappears, or has size 1 with the `keepdim` behind it.
///
/// # Errors
/// When the dimension is out of range.
pub fn picked_shape(args: &Args, dim: usize) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let at = args.dim(dim, -1, shape.len())?;
    if shape.get(at) == Some(&0) {
        // PyTorch's nanmedian speaks of median.
        let name = args.op_name().trim_start_matches("nan");
        return Err(TensorError::index(format!(
            "{name}(): Expected reduction dim {at} to have non-zero size."
        )));
    }
    if args.flag(dim + 1, false)? {
        if let Some(size) = shape.get_mut(at) {
            *size = 1;
        }
    } else if !shape.is_empty() {
        shape.remove(at);
    }
    Ok(smallvec![(shape.clone(), dtype), (shape, DType::I64)])
}

/// Values and places of the element that `place` names in each line, by the keys of its elements and that of nan.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn picked(
    array: &Array,
    dim: usize,
    shape: &Shape,
    place: impl Fn(&[i64], Option<i64>) -> usize,
) -> Result<Out> {
    let picked = chosen(array, dim, 1, &mut |line, nan, out| {
        out[0] = place(line, nan) as i64;
    })?;
    Ok(picked
        .into_iter()
        .map(|array| array.with_shape(shape.clone()))
        .collect())
}

/// The gradient at the places that were picked along the dimension of argument `dim`, 0 elsewhere.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn to_picked(ctx: &Context, dim: usize) -> Result<Tensor> {
    let dim = ctx.args().int(dim, -1)?;
    to_places_along(&ctx.grad()?, &ctx.output(1)?, &ctx.shape(0)?, dim)
}

/// `median` and `nanmedian`: of all elements, or along a dimension.
pub mod median {
    use super::super::{middle, share_among_equal};
    use super::{picked, picked_shape, to_picked};
    use crate::ops::{Args, Context, Grads, Out, Shapes, one, shapes::shape_of};
    use crate::tensor::{Array, Result, Shape};

    /// # Errors
    /// When the dimension is out of range.
    pub fn shape(args: &Args) -> Result<Shapes> {
        if args.has(1) {
            picked_shape(args, 1)
        } else {
            shape_of(Shape::new(), args.meta(0)?.1)
        }
    }

    /// # Errors
    /// When the dimension is out of range.
    pub fn forward(args: &Args, skip_nan: bool) -> Result<Out> {
        let shape = shape(args)?.swap_remove(0).0;
        let array = args.array(0)?;
        let dim = args.dim(1, -1, array.ndim())?;
        let (array, dim) = if args.has(1) {
            (array.clone(), dim)
        } else {
            let all = Shape::from_slice(&[array.numel()]);
            (array.contiguous()?.with_shape(all), 0)
        };
        if array.numel() == 0 && !args.has(1) {
            return one(Array::number(f64::NAN, array.dtype()));
        }
        let mut out = picked(&array, dim, &shape, |line, nan| middle(line, nan, skip_nan))?;
        out.truncate(if args.has(1) { 2 } else { 1 });
        Ok(out)
    }

    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn backward(ctx: &Context) -> Result<Grads> {
        ctx.only(if ctx.args().has(1) {
            to_picked(ctx, 1)
        } else {
            share_among_equal(ctx)
        }?)
    }
}
