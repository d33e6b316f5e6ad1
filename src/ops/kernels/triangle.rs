//! Triangles of matrices.

use crate::ops::{Args, Out, one};
use crate::tensor::{Array, Result, TensorError, dispatch};

/// The last two dimensions as matrices, 0 where `outside(row, column - diagonal)`.
///
/// # Errors
/// RuntimeError for less than two dimensions.
pub fn triangle(args: &Args, outside: fn(row: i64, column: i64) -> bool) -> Result<Out> {
    let array = args.array(0)?;
    let &[.., rows, columns] = &array.shape()[..] else {
        return Err(TensorError::runtime(format!(
            "{}: input tensor must have at least 2 dimensions",
            args.op_name()
        )));
    };
    let diagonal = args.int(1, 0)?;
    one(dispatch!(array.dtype(), T => {
        let mut values = array.gather::<T>()?;
        for (i, x) in values.iter_mut().enumerate() {
            let (row, column) = ((i / columns % rows.max(1)) as i64, (i % columns) as i64);
            if outside(row, column - diagonal) {
                *x = T::default();
            }
        }
        Array::from_vec(values, array.shape().clone())
    }))
}
