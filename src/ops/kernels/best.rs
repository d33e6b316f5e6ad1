//! The greatest or least element: finding it, and giving it its gradient.

use super::reduce::{Fold, Reduced, reduced_dims, spread};
use crate::ops::{self, Context};
use crate::tensor::{Array, Element, Result, Tensor, TensorError};

/// Finds the element that is better than all others, and where it stands first. nan is better than all.
pub struct Best<F>(pub F);

impl<T: Element, F: Fn(T, T) -> bool> Fold<T, (T, i64)> for Best<F> {
    fn empty(&self) -> (T, i64) {
        (T::default(), 0)
    }

    fn row(&self, row: &[T]) -> (T, i64) {
        let mut best = (row[0], 0);
        for (i, &x) in row.iter().enumerate().skip(1) {
            if !best.0.is_nan() && ((self.0)(x, best.0) || x.is_nan()) {
                best = (x, i as i64);
            }
        }
        best
    }

    fn columns(&self, data: &[T], rows: usize, results: &mut [(T, i64)]) {
        let width = results.len();
        for (best, &x) in results.iter_mut().zip(data) {
            *best = (x, 0);
        }
        for row in 1..rows {
            for (best, &x) in results.iter_mut().zip(&data[row * width..]) {
                if !best.0.is_nan() && ((self.0)(x, best.0) || x.is_nan()) {
                    *best = (x, row as i64);
                }
            }
        }
    }
}

/// # Errors
/// PyTorch's, when there is no element to find.
pub fn check_not_empty(op: &str, array: &Array, reduced: &Reduced, dim_given: bool) -> Result<()> {
    if let Some(dim) = reduced.dims.iter().find(|&&d| array.shape()[d] == 0) {
        if dim_given {
            return Err(TensorError::index(format!(
                "{op}(): Expected reduction dim {dim} to have non-zero size."
            )));
        }
        return Err(TensorError::runtime(format!(
            "{op}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' \
             argument."
        )));
    }
    Ok(())
}

/// The gradient for all elements that equal the output, in equal shares.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn share_among_equal(ctx: &Context) -> Result<Tensor> {
    let (x, args) = (ctx.tensor(0)?, ctx.args());
    let shape = x.shape();
    let output = spread(&ctx.output(0)?.detach(), args, &shape)?;
    let equal = ops::to_dtype(&ops::eq((&x.detach(), &output))?, x.dtype())?;
    let dims: Vec<i64> = reduced_dims(args, &shape, 1, 2)?
        .dims
        .iter()
        .map(|&d| d as i64)
        .collect();
    let share = ops::div((&equal, &ops::sum((&equal, &dims[..], true))?))?;
    ops::mul((&spread(&ctx.grad()?, args, &shape)?, &share))
}

/// The gradient at the places that the second output names along dim, 0 elsewhere.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn to_places(ctx: &Context) -> Result<Tensor> {
    let (args, shape) = (ctx.args(), ctx.shape(0)?);
    super::to_places_along(&ctx.grad()?, &ctx.output(1)?, &shape, args.int(1, -1)?)
}
