//! Adding up.

use super::Fold;
use crate::tensor::Arithmetic;

/// Adds up, in PyTorch's order of additions.
pub struct Sum;

impl<T: Arithmetic> Fold<T, T> for Sum {
    fn empty(&self) -> T {
        T::ZERO
    }

    fn row(&self, row: &[T]) -> T {
        T::sum(row)
    }

    fn columns(&self, data: &[T], rows: usize, sums: &mut [T]) {
        let width = sums.len();
        T::sum_columns(data, rows, width, sums);
    }
}
