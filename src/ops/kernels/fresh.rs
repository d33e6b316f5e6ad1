//! New tensors: of a given size, like another one, filled with draws.

use std::cell::RefMut;

use smallvec::SmallVec;

use crate::ops::Args;
use crate::tensor::random::{Generator, default_generator};
use crate::tensor::{
    Array, DType, Element, Result, Shape, Storage, Strides, TensorError, budget,
    contiguous_strides, dispatch_real, numel, size_text,
};

/// The sizes in an argument.
///
/// # Errors
/// TypeError when there are none; RuntimeError for negative ones.
pub fn sizes(args: &Args, index: usize) -> Result<Shape> {
    let Some(sizes) = args.ints(index)? else {
        return Err(args.wrong(index, "tuple of ints"));
    };
    match sizes.iter().find(|&&size| size < 0) {
        None => Ok(sizes.iter().map(|&size| size as usize).collect()),
        Some(_) if args.op_name() == "zeros" => Err(TensorError::runtime(
            "zeros: Dimension size must be non-negative.",
        )),
        Some(size) => Err(TensorError::runtime(format!(
            "Trying to create tensor with negative dimension {size}: {}",
            size_text(&sizes)
        ))),
    }
}

/// Strides without gaps whose dimensions lie in memory in the order of these: what `empty_like` gives.
pub fn dense_strides(array: &Array) -> Strides {
    let (shape, strides) = (array.shape(), array.strides());
    if strides
        .iter()
        .zip(shape)
        .any(|(&stride, &size)| stride == 0 && size > 1)
    {
        return contiguous_strides(shape);
    }
    let mut order: SmallVec<[usize; 6]> = (0..shape.len()).collect();
    order.sort_by_key(|&d| std::cmp::Reverse(strides[d]));
    let mut dense: Strides = SmallVec::from_elem(1, shape.len());
    let mut step = 1isize;
    for &d in order.iter().rev() {
        dense[d] = step;
        step *= shape[d].max(1) as isize;
    }
    dense
}

/// A new array like another one in shape and in the order of its memory, in which `fill` fills the elements as they lie.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn filled_like<T: Element>(like: &Array, fill: impl FnOnce(&mut [T])) -> Result<Array> {
    let mut values = budget::room::<T>(like.numel())?;
    values.resize(like.numel(), T::default());
    fill(&mut values);
    Ok(Array::view(
        Storage::new(T::wrap(values)),
        like.shape().clone(),
        dense_strides(like),
        0,
    ))
}

/// A new array of a shape, in which `fill` fills the elements row by row.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn filled<T: Element>(shape: Shape, fill: impl FnOnce(&mut [T])) -> Result<Array> {
    let count = numel(&shape);
    let mut values = budget::room::<T>(count)?;
    values.resize(count, T::default());
    fill(&mut values);
    Ok(Array::from_vec(values, shape))
}

/// Draws with the default generator.
pub fn with_generator<R>(draw: impl FnOnce(&mut Generator) -> R) -> R {
    let generator = default_generator();
    let mut generator: RefMut<Generator> = generator.borrow_mut();
    draw(&mut generator)
}

/// The first input with its elements drawn anew, one number after the other as they lie in memory.
///
/// # Errors
/// NotImplementedError for dtypes that are not floating point.
pub fn drawn(
    args: &Args,
    kernel: &str,
    mut draw: impl FnMut(&mut Generator) -> f64,
) -> Result<Array> {
    let array = args.array(0)?;
    dispatch_real!(array.dtype(), T => {
        filled_like::<T>(&array, |values| with_generator(|generator| {
            values.iter_mut().for_each(|value| *value = T::from_f64(draw(generator)));
        }))
    }, _ => Err(not_implemented(kernel, array.dtype())))
}

/// float32 and float64, which have samplers of their own.
pub trait Sample: Element {
    fn uniform(generator: &mut Generator, values: &mut [Self], from: f64, to: f64);
    fn normal(generator: &mut Generator, values: &mut [Self], mean: f64, std: f64);
}

impl Sample for f32 {
    fn uniform(generator: &mut Generator, values: &mut [f32], from: f64, to: f64) {
        generator.fill_uniform_f32(values, from, to);
    }
    fn normal(generator: &mut Generator, values: &mut [f32], mean: f64, std: f64) {
        generator.fill_normal_f32(values, mean, std);
    }
}

impl Sample for f64 {
    fn uniform(generator: &mut Generator, values: &mut [f64], from: f64, to: f64) {
        generator.fill_uniform_f64(values, from, to);
    }
    fn normal(generator: &mut Generator, values: &mut [f64], mean: f64, std: f64) {
        generator.fill_normal_f64(values, mean, std);
    }
}

/// Normal elements. Those of a tensor that is not contiguous are drawn one by one.
pub fn fill_normal<T: Sample>(values: &mut [T], mean: f64, std: f64, contiguous: bool) {
    with_generator(|generator| {
        if contiguous {
            T::normal(generator, values, mean, std);
        } else {
            values
                .iter_mut()
                .for_each(|value| *value = T::from_f64(generator.next_normal_scaled(mean, std)));
        }
    });
}

/// Uniform elements in [from, to).
pub fn fill_uniform<T: Sample>(values: &mut [T], from: f64, to: f64) {
    with_generator(|generator| T::uniform(generator, values, from, to));
}

/// Integers of [low, high), each converted to the dtype.
///
/// # Errors
/// RuntimeError when the bounds are not in order or do not fit into the dtype.
pub fn check_int_bounds(low: i64, high: i64, dtype: DType) -> Result<()> {
    if low >= high {
        return Err(TensorError::runtime(format!(
            "random_ expects 'from' to be less than 'to', but got from={low} >= to={high}"
        )));
    }
    let (least, greatest, word) = match dtype {
        DType::Bool => (0, 1, "bool"),
        DType::U8 => (0, 255, "unsigned char"),
        DType::I32 => (i64::from(i32::MIN), i64::from(i32::MAX), "int"),
        _ => return Ok(()),
    };
    if !(least..=greatest).contains(&low) {
        return Err(TensorError::runtime(format!(
            "from is out of bounds for {word}"
        )));
    }
    if high - 1 > greatest {
        return Err(TensorError::runtime(format!(
            "to - 1 is out of bounds for {word}"
        )));
    }
    Ok(())
}

/// Draws such integers.
pub fn fill_ints<T: Element>(values: &mut [T], low: i64, high: i64) {
    with_generator(|generator| {
        values
            .iter_mut()
            .for_each(|value| *value = T::from_i64(generator.next_int(low, high)))
    });
}

/// NotImplementedError `"normal_kernel_cpu" not implemented for 'Long'`.
pub fn not_implemented(kernel: &str, dtype: DType) -> TensorError {
    TensorError::not_implemented(format!(
        "\"{kernel}\" not implemented for '{}'",
        dtype.word()
    ))
}

/// What backward says at the node of an op that PyTorch cannot differentiate.
pub fn no_derivative(name: &str) -> TensorError {
    TensorError::runtime(format!("derivative for aten::{name} is not implemented")).because(
        "The result jumps from one whole number to the next, so its slope says nothing. Compute it from x.detach(), or use \
         torch.div(x, y, rounding_mode='floor'), whose gradient is 0.",
    )
}

/// A number as C++ prints it in PyTorch's messages: at most six significant digits.
pub fn short_number(x: f64) -> String {
    if x.is_nan() || x.is_infinite() {
        return format!("{x}").to_lowercase();
    }
    let scientific = format!("{x:.5e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let trimmed = |text: &str| match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text.to_owned(),
    };
    if !(-5..6).contains(&exponent) || exponent == -5 {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{}e{sign}{:02}", trimmed(mantissa), exponent.abs());
    }
    trimmed(&format!("{x:.*}", (5 - exponent).max(0) as usize))
}

#[cfg(test)]
mod tests {
    use super::short_number;

    #[test]
    fn short_numbers_are_those_of_c() {
        let rows = [
            (0.0, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (1e-4, "0.0001"),
            (1e-5, "1e-05"),
            (123456.0, "123456"),
            (1234567.0, "1.23457e+06"),
            (f64::INFINITY, "inf"),
            (f64::NAN, "nan"),
            (1.0 / 3.0, "0.333333"),
        ];
        for (x, text) in rows {
            assert_eq!(short_number(x), text);
        }
    }
}
