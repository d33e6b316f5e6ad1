//! How losses become one number.

use crate::ops::{self, Args, Shapes};
use crate::tensor::{Array, Result, Shape, Tensor, TensorError, dispatch_real};

use super::{Fold, Pair, Sum, not_implemented};

/// The `reduction` argument of a loss.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reduction {
    None,
    Mean,
    Sum,
}

impl Reduction {
    /// # Errors
    /// ValueError `x is not a valid value for reduction`.
    pub fn read(args: &Args, index: usize) -> Result<Reduction> {
        match args.text(index, "mean")? {
            "mean" => Ok(Reduction::Mean),
            "sum" => Ok(Reduction::Sum),
            "none" => Ok(Reduction::None),
            other => Err(TensorError::value(format!(
                "{other} is not a valid value for reduction"
            ))),
        }
    }

    /// What a loss of `count` counts for in the result.
    pub fn scale(self, count: usize) -> f64 {
        if self == Reduction::Mean {
            1.0 / count as f64
        } else {
            1.0
        }
    }

    /// Losses reduced by ops.
    ///
    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn of(self, losses: &Tensor) -> Result<Tensor> {
        match self {
            Reduction::None => Ok(losses.clone()),
            Reduction::Mean => ops::mean(losses),
            Reduction::Sum => ops::sum(losses),
        }
    }
}

/// Contiguous losses, reduced.
///
/// # Errors
/// NotImplementedError for integers.
pub fn reduce(losses: Array, reduction: Reduction) -> Result<Array> {
    dispatch_real!(losses.dtype(), T => {
        let sum = || Sum.row(&losses.slice::<T>());
        Ok(match reduction {
            Reduction::None => losses,
            Reduction::Sum => Array::scalar::<T>(sum()),
            Reduction::Mean => Array::scalar::<T>(sum() / losses.numel() as T),
        })
    }, _ => Err(not_implemented("loss", losses.dtype())))
}

/// The shape rule of a loss of two operands whose `reduction` stands at `index`.
///
/// # Errors
/// As [`Pair::new`] and [`Reduction::read`].
pub fn reduced_shape(args: &Args, index: usize) -> Result<Shapes> {
    let pair = Pair::new(args, 0, 1)?;
    let single = Reduction::read(args, index)? != Reduction::None;
    ops::shapes::shape_of(if single { Shape::new() } else { pair.shape }, pair.dtype)
}
