//! Whether all, or any, of some elements are true.

use super::reduce::{Fold, fold, reduced_dims};
use crate::ops::{Args, Out, Shapes, one, shapes::shape_of};
use crate::tensor::{Array, DType, Result};

/// `all` and `any`, over all elements or some dimensions.
#[derive(Clone, Copy)]
pub enum Truth {
    All,
    Any,
}

impl Truth {
    /// # Errors
    /// When a dimension is out of range.
    pub fn of(self, args: &Args) -> Result<Out> {
        let array = args.array(0)?.to_dtype(DType::Bool)?;
        let reduced = reduced_dims(args, array.shape(), 1, 2)?;
        one(Array::from_vec(
            fold::<bool, bool>(&array, &reduced.dims, &self)?,
            reduced.shape,
        ))
    }

    /// # Errors
    /// When a dimension is out of range.
    pub fn shape(args: &Args) -> Result<Shapes> {
        shape_of(
            reduced_dims(args, &args.shape(0)?, 1, 2)?.shape,
            DType::Bool,
        )
    }
}

impl Fold<bool, bool> for Truth {
    fn empty(&self) -> bool {
        matches!(self, Truth::All)
    }

    fn row(&self, row: &[bool]) -> bool {
        match self {
            Truth::All => row.iter().all(|&x| x),
            Truth::Any => row.iter().any(|&x| x),
        }
    }
}
