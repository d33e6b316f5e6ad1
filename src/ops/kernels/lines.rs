//! Work along one dimension: each line of elements by itself.

use crate::tensor::{Array, DType, Element, Result, TensorError, budget, numel};

use super::Along;

/// An array of `f` of each line along `dim`: the line comes in, as many elements go out.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn along_lines<T: Element, U: Element>(
    array: &Array,
    dim: usize,
    mut f: impl FnMut(&[T], &mut [U]),
) -> Result<Array> {
    let array = array.contiguous()?;
    let Along { outer, size, inner } = Along::new(array.shape(), dim);
    budget::check(array.numel(), U::DTYPE)?;
    let mut out = vec![U::default(); array.numel()];
    let data = array.slice::<T>();
    if inner == 1 && size > 0 {
        for (line, out) in data.chunks_exact(size).zip(out.chunks_exact_mut(size)) {
            f(line, out);
        }
    } else {
        let (mut line, mut result) = (Vec::with_capacity(size), vec![U::default(); size]);
        for start in (0..outer).flat_map(|block| (0..inner).map(move |i| block * size * inner + i))
        {
            line.clear();
            line.extend((0..size).map(|i| data[start + i * inner]));
            f(&line, &mut result);
            for (i, &x) in result.iter().enumerate() {
                out[start + i * inner] = x;
            }
        }
    }
    drop(data);
    Ok(Array::from_vec(out, array.shape().clone()))
}

/// The same for two arrays of one shape.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn along_lines2<T: Element>(
    a: &Array,
    b: &Array,
    dim: usize,
    mut f: impl FnMut(&[T], &[T], &mut [T]),
) -> Result<Array> {
    let a = a.contiguous()?;
    let Along { size, inner, .. } = Along::new(a.shape(), dim);
    let data = a.slice::<T>();
    let (mut lines, mut line) = (0, Vec::with_capacity(size));
    along_lines::<T, T>(b, dim, |b, out| {
        if inner == 1 {
            f(&data[lines * size..][..size], b, out);
        } else {
            let start = lines / inner * size * inner + lines % inner;
            line.clear();
            line.extend((0..size).map(|i| data[start + i * inner]));
            f(&line, b, out);
        }
        lines += 1;
    })
}

/// For each element of an index, the place in a contiguous array that it names along one dimension.
pub struct Lines {
    pub places: Vec<usize>,
}

impl Lines {
    /// # Errors
    /// RuntimeError for a wrong dtype, number of dimensions or size, or a number out of bounds.
    pub fn new(op: &str, array: &Array, dim: usize, index: &Array) -> Result<Lines> {
        if !matches!(index.dtype(), DType::I32 | DType::I64) {
            return Err(TensorError::runtime(format!(
                "{op}(): Expected dtype int32/int64 for index"
            )));
        }
        if index.ndim().max(1) != array.ndim().max(1) {
            return Err(TensorError::runtime(
                "Index tensor must have the same number of dimensions as input tensor",
            ));
        }
        let shape = array.shape();
        let too_large =
            (0..index.ndim().min(array.ndim())).any(|d| d != dim && index.shape()[d] > shape[d]);
        if too_large && numel(index.shape()) > 0 {
            return Err(TensorError::runtime(format!(
                "Size does not match at dimension {} expected index {} to be no larger than self {} apart from dimension {dim}",
                (0..index.ndim())
                    .find(|&d| d != dim && index.shape()[d] > shape[d])
                    .unwrap_or(0),
                crate::tensor::size_text(index.shape()),
                crate::tensor::size_text(shape)
            )));
        }
        let size = shape.get(dim).copied().unwrap_or(1) as i64;
        let strides = crate::tensor::contiguous_strides(shape);
        let stride = strides.get(dim).copied().unwrap_or(1) as usize;
        let mut walk = strides.clone();
        if let Some(own) = walk.get_mut(dim) {
            *own = 0;
        }
        let walk = if index.ndim() == 0 {
            Default::default()
        } else {
            walk
        };
        let starts = crate::tensor::Offsets::new(index.shape(), &walk, 0);
        let places = index
            .to_i64_vec()
            .into_iter()
            .zip(starts)
            .map(|(number, start)| {
                if (0..size).contains(&number) {
                    return Ok(start + number as usize * stride);
                }
                Err(TensorError::runtime(format!(
                    "index {number} is out of bounds for dimension {dim} with size {size}"
                )))
            })
            .collect::<Result<_>>()?;
        Ok(Lines { places })
    }

    /// The part of a source that the index covers.
    ///
    /// # Errors
    /// RuntimeError when the index is larger than the source.
    pub fn corner(&self, source: &Array, index: &Array) -> Result<Array> {
        let fits = source.ndim() == index.ndim()
            && index
                .shape()
                .iter()
                .zip(source.shape())
                .all(|(i, s)| i <= s);
        if !fits && !self.places.is_empty() {
            return Err(TensorError::runtime(format!(
                "Expected index {} to be no larger than src {}",
                crate::tensor::size_text(index.shape()),
                crate::tensor::size_text(source.shape())
            )));
        }
        Ok(source.with_geometry(
            index.shape().clone(),
            source.strides().clone(),
            source.offset(),
        ))
    }
}
