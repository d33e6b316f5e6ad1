//! Slices along one dimension, chosen by number.

use crate::ops::Args;
use crate::tensor::{Arithmetic, Array, DType, Element, Result, Shape, TensorError, budget, numel};

/// A contiguous array seen as `outer` blocks of `size` slices of `inner` elements.
pub struct Along {
    pub outer: usize,
    pub size: usize,
    pub inner: usize,
}

impl Along {
    /// The dimension `dim` of a shape. A tensor without dimensions counts as one slice.
    pub fn new(shape: &[usize], dim: usize) -> Along {
        match shape.get(dim) {
            Some(&size) => Along {
                outer: numel(&shape[..dim]),
                size,
                inner: numel(&shape[dim + 1..]),
            },
            None => Along {
                outer: 1,
                size: 1,
                inner: 1,
            },
        }
    }

    /// The block and the place in a slice of each line.
    pub fn lines(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let inner = self.inner;
        (0..self.outer).flat_map(move |block| (0..inner).map(move |i| (block, i)))
    }

    /// Where an element lies.
    pub fn at(&self, block: usize, number: usize, i: usize) -> usize {
        (block * self.size + number) * self.inner + i
    }

    /// The numbers of slices in an index argument; negative ones are not taken.
    ///
    /// # Errors
    /// RuntimeError for a wrong dtype, IndexError `index out of range in self`.
    pub fn index(&self, args: &Args, argument: usize) -> Result<Vec<usize>> {
        let index = args.array(argument)?;
        let name = args.op_name();
        if !matches!(index.dtype(), DType::I32 | DType::I64) {
            return Err(TensorError::runtime(format!(
                "{name}(): Expected dtype int32 or int64 for index"
            )));
        }
        if index.ndim() > 1 {
            return Err(TensorError::index(format!(
                "{name}(): Index is supposed to be a vector"
            )));
        }
        let numbers = index.to_i64_vec();
        numbers
            .into_iter()
            .map(|number| match usize::try_from(number) {
                Ok(at) if at < self.size => Ok(at),
                _ => Err(
                    TensorError::index("index out of range in self").because(format!(
                        "{number} does not number one of {} slices.",
                        self.size
                    )),
                ),
            })
            .collect()
    }

    /// The slices of these numbers, in a new array of `shape`.
    ///
    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn pick<T: Element>(&self, array: &Array, index: &[usize], shape: Shape) -> Result<Array> {
        let data = array.slice::<T>();
        let mut values = budget::room::<T>(
            self.outer
                .saturating_mul(index.len())
                .saturating_mul(self.inner),
        )?;
        for block in 0..self.outer {
            for &at in index {
                let from = (block * self.size + at) * self.inner;
                values.extend_from_slice(&data[from..from + self.inner]);
            }
        }
        drop(data);
        Ok(Array::from_vec(values, shape))
    }

    /// Adds `alpha` times the slices of `source` to the slices of these numbers.
    pub fn add<T: Arithmetic>(&self, target: &Array, index: &[usize], source: &Array, alpha: T) {
        let from = source.slice::<T>();
        let mut data = target.storage().data_mut::<T>();
        for block in 0..self.outer {
            for (i, &at) in index.iter().enumerate() {
                let to = (block * self.size + at) * self.inner;
                let read = (block * index.len() + i) * self.inner;
                for (sum, &x) in data[to..to + self.inner]
                    .iter_mut()
                    .zip(&from[read..read + self.inner])
                {
                    *sum = sum.plus(alpha.times(x));
                }
            }
        }
    }

    /// Sets all elements of the slices of these numbers.
    pub fn fill<T: Element>(&self, target: &Array, index: &[usize], value: T) {
        let mut data = target.storage().data_mut::<T>();
        for block in 0..self.outer {
            for &at in index {
                let to = (block * self.size + at) * self.inner;
                data[to..to + self.inner].fill(value);
            }
        }
    }
}
