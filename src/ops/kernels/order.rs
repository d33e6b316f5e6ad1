//! Order among the elements of a line, and gradients for the places that were picked.

use std::cmp::Ordering;

use crate::ops::{self, Context};
use crate::tensor::{Array, Element, Result, Shape, Tensor, budget, wrap_dim};

use super::Along;

/// nan counts as greater than all else.
fn compare<T: Element>(a: T, b: T) -> Ordering {
    a.partial_cmp(&b)
        .unwrap_or_else(|| a.is_nan().cmp(&b.is_nan()))
}

/// The numbers of a line's elements in order. Equal ones keep their order.
pub fn ordered<T: Element>(line: &[T], descending: bool) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..line.len()).collect();
    if descending {
        numbers.sort_by(|&a, &b| compare(line[b], line[a]));
    } else {
        numbers.sort_by(|&a, &b| compare(line[a], line[b]));
    }
    numbers
}

/// The number of the middle element, the lower of two; the first nan if there is one and it is not skipped.
pub fn middle<T: Element>(line: &[T], skip_nan: bool) -> usize {
    let nan = line.iter().position(|x| x.is_nan());
    match nan {
        Some(place) if !skip_nan => place,
        _ => {
            let count = line.iter().filter(|x| !x.is_nan()).count();
            ordered(line, false)[count.saturating_sub(1) / 2]
        }
    }
}

/// The number of the last of the most frequent elements, the least of several.
pub fn most_frequent<T: Element>(line: &[T]) -> usize {
    let numbers = ordered(line, false);
    let (mut best, mut most, mut run) = (0, 0, 0);
    for (i, &number) in numbers.iter().enumerate() {
        run = if i > 0 && line[numbers[i - 1]] == line[number] {
            run + 1
        } else {
            1
        };
        if run > most {
            (best, most) = (number, run);
        }
    }
    best
}

/// As [`super::along_lines`], with `length` elements out of each line.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn along_lines_to<T: Element, U: Element>(
    array: &Array,
    dim: usize,
    length: usize,
    mut f: impl FnMut(&[T], &mut [U]),
) -> Result<Array> {
    let array = array.contiguous()?;
    let Along { outer, size, inner } = Along::new(array.shape(), dim);
    budget::check(outer * length * inner, U::DTYPE)?;
    let mut out = vec![U::default(); outer * length * inner];
    let data = array.slice::<T>();
    let (mut line, mut result) = (Vec::with_capacity(size), vec![U::default(); length]);
    for (block, i) in (0..outer).flat_map(|block| (0..inner).map(move |i| (block, i))) {
        line.clear();
        line.extend((0..size).map(|k| data[(block * size + k) * inner + i]));
        f(&line, &mut result);
        for (k, &x) in result.iter().enumerate() {
            out[(block * length + k) * inner + i] = x;
        }
    }
    drop(data);
    let mut shape = array.shape().clone();
    if let Some(size) = shape.get_mut(dim) {
        *size = length;
    }
    Ok(Array::from_vec(out, shape))
}

/// The gradient at the places that the second output names, for outputs that keep the dimension.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn to_sorted_places(ctx: &Context, dim: i64) -> Result<Tensor> {
    let shape = ctx.shape(0)?;
    to_places_along(&ctx.grad()?, &ctx.output(1)?, &shape, dim)
}

/// The gradient at some places along a dimension, 0 elsewhere.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn to_places_along(grad: &Tensor, places: &Tensor, shape: &Shape, dim: i64) -> Result<Tensor> {
    if shape.is_empty() {
        return Ok(grad.clone());
    }
    let dim = wrap_dim(dim, shape.len())?;
    let keep = |t: &Tensor| {
        if t.ndim() == shape.len() {
            Ok(t.clone())
        } else {
            ops::unsqueeze((t, dim))
        }
    };
    ops::scatter((
        &ops::zeros(shape, grad.dtype())?,
        dim,
        &keep(places)?,
        &keep(grad)?,
    ))
}
