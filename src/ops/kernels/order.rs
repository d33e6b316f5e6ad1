//! Order among the elements of a line, and gradients for the places that were picked.

use smallvec::smallvec;

use crate::ops::{self, Context, Out};
use crate::tensor::{Array, DType, Result, Shape, Tensor, budget, dispatch, numel, wrap_dim};

use super::{Along, map};

/// int64 numbers in the order of the elements; [`NAN`] for nan, which counts as greater than all else. Sorting is
/// compiled for these alone.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn keys(array: &Array) -> Result<Array> {
    match array.dtype().is_float() {
        true => map::<f64, i64>(&array.to_dtype(DType::F64)?, key),
        false => array.to_dtype(DType::I64),
    }
}

/// The key of nan. An int64 may have it too.
pub const NAN: i64 = i64::MAX;

fn key(x: f64) -> i64 {
    if x.is_nan() {
        return NAN;
    }
    // Without the sign of -0; the bits of negative numbers grow with their size.
    let bits = (x + 0.0).to_bits() as i64;
    bits ^ ((bits >> 63) as u64 >> 1) as i64
}

/// The numbers of a line's elements in order, by their keys. Equal ones keep their order.
pub fn ordered(line: &[i64], descending: bool) -> Vec<usize> {
    let flip = if descending { -1 } else { 0 };
    let mut numbers: Vec<usize> = (0..line.len()).collect();
    numbers.sort_by_key(|&at| line[at] ^ flip);
    numbers
}

/// The number of the middle element, the lower of two; the first nan if there is one and it is not skipped. `nan` is its
/// key if there may be one.
pub fn middle(line: &[i64], nan: Option<i64>, skip_nan: bool) -> usize {
    let is_nan = |key: &i64| Some(*key) == nan;
    match line.iter().position(is_nan) {
        Some(place) if !skip_nan => place,
        _ => {
            let count = line.iter().filter(|key| !is_nan(key)).count();
            ordered(line, false)[count.saturating_sub(1) / 2]
        }
    }
}

/// The number of the last of the most frequent elements, the least of several. A nan is like no other.
pub fn most_frequent(line: &[i64], nan: Option<i64>) -> usize {
    let numbers = ordered(line, false);
    let (mut best, mut most, mut run) = (0, 0, 0);
    for (i, &number) in numbers.iter().enumerate() {
        let same = i > 0 && line[numbers[i - 1]] == line[number] && Some(line[number]) != nan;
        run = if same { run + 1 } else { 1 };
        if run > most {
            (best, most) = (number, run);
        }
    }
    best
}

/// Names the numbers of elements in a line, given the keys of the line and the key that nan has if there may be one.
type Choose<'f> = &'f mut dyn FnMut(&[i64], Option<i64>, &mut [i64]);

/// `length` elements chosen from each line along `dim` by their keys: `choose` names their numbers in the line. Returns the
/// elements and the numbers.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn chosen(array: &Array, dim: usize, length: usize, choose: Choose) -> Result<Out> {
    let array = array.contiguous()?;
    let keys = keys(&array)?;
    let nan = array.dtype().is_float().then_some(NAN);
    let along = Along::new(array.shape(), dim);
    let mut shape = array.shape().clone();
    if let Some(size) = shape.get_mut(dim) {
        *size = length;
    }
    let mut places = vec![0i64; numel(&shape)];
    let (mut line, mut numbers) = (Vec::with_capacity(along.size), vec![0; length]);
    let keys = keys.slice::<i64>();
    for (block, i) in along.lines() {
        line.clear();
        line.extend((0..along.size).map(|k| keys[along.at(block, k, i)]));
        choose(&line, nan, &mut numbers);
        for (k, &number) in numbers.iter().enumerate() {
            places[(block * length + k) * along.inner + i] = number;
        }
    }
    let values = dispatch!(array.dtype(), T => {
        let data = array.slice::<T>();
        let mut values = budget::room::<T>(places.len())?;
        let inner = along.inner.max(1);
        values.extend(places.iter().enumerate().map(|(to, &number)| {
            data[along.at(to / inner / length.max(1), number as usize, to % inner)]
        }));
        Array::from_vec(values, shape.clone())
    });
    Ok(smallvec![values, Array::from_vec(places, shape)])
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
