//! Argument lists as short texts, for an op's examples and misuses: `[2,3], dim=0`.
//!
//! `[2,3]` is a float64 tensor of that shape with given, uneven values. A letter before it says otherwise: `p` positive,
//! `u` between 0 and 1, `f` float32, `i` int64 (`i5` below 5), `b` bool, `T` transposed in its last two dimensions,
//! `e` expanded from its last dimension (stride 0), `n` with nan and inf in it, `d` symmetric and positive definite. `{..}` is a list of tensors, `(..)` one of
//! numbers, `<..>` an index expression (`<0, 1:3, ..., None, i4[2]>`); the rest is as in Python.

use smallvec::SmallVec;

use super::{Arg, Args, Op, signature};
use crate::tensor::index::IndexItem;
use crate::tensor::{Array, DType, Shape, Strides, Tensor, numel};

/// The arguments that a text stands for, in the positions of the op's signature.
///
/// # Errors
/// In words, when the text cannot be read.
pub fn parse(op: &'static Op, text: &str) -> Result<Args, String> {
    let parameters: Vec<_> = signature::parameters(op.signature).collect();
    let mut args = Args::default();
    for part in split(text) {
        let (index, value) = match part.split_once('=').filter(|_| !part.starts_with('\'')) {
            Some((name, value)) => {
                let index = parameters.iter().position(|p| p.name == name.trim());
                (
                    index.ok_or(format!("{} has no parameter {name}", op.name))?,
                    value,
                )
            }
            None => (args.len(), part),
        };
        while args.len() < index {
            args.push(Arg::None);
        }
        // Different tensors of one call get different values.
        args.push(argument(value.trim(), index)?);
    }
    Ok(args)
}

fn argument(text: &str, seed: usize) -> Result<Arg, String> {
    let unread = || format!("cannot read {text:?}");
    Ok(match text {
        "None" => Arg::None,
        "True" => Arg::Bool(true),
        "False" => Arg::Bool(false),
        "inf" => Arg::Float(f64::INFINITY),
        "-inf" => Arg::Float(f64::NEG_INFINITY),
        _ if text.starts_with('\'') => Arg::Str(text.trim_matches('\'').into()),
        _ if text.starts_with('<') => {
            let inside = text.trim_start_matches('<').trim_end_matches('>');
            let items: Result<Vec<IndexItem>, String> = split(inside)
                .enumerate()
                .map(|(i, part)| index_item(part, seed + 5 * i))
                .collect();
            Arg::Index(items?.into())
        }
        _ if text.starts_with('{') => {
            let inside = text.trim_start_matches('{').trim_end_matches('}');
            let tensors: Result<Vec<Tensor>, String> = split(inside)
                .enumerate()
                .map(|(i, part)| tensor(part, seed + 3 * i))
                .collect();
            Arg::Tensors(tensors?.into())
        }
        _ if text.starts_with('(') => {
            let inside = text.trim_start_matches('(').trim_end_matches(')');
            let parts: Vec<&str> = split(inside).collect();
            if parts.iter().any(|part| part.contains('.')) {
                let numbers: Result<Vec<f64>, _> = parts.iter().map(|part| part.parse()).collect();
                Arg::Floats(numbers.map_err(|_| unread())?.into())
            } else {
                let numbers: Result<SmallVec<[i64; 4]>, _> =
                    parts.iter().map(|part| part.parse()).collect();
                Arg::Ints(numbers.map_err(|_| unread())?)
            }
        }
        _ if text.contains('[') => Arg::Tensor(tensor(text, seed)?),
        _ => {
            if let Some(dtype) = DType::ALL.iter().find(|dtype| dtype.name() == text) {
                Arg::DType(*dtype)
            } else if let Ok(int) = text.parse() {
                Arg::Int(int)
            } else {
                Arg::Float(text.parse().map_err(|_| unread())?)
            }
        }
    })
}

fn index_item(text: &str, seed: usize) -> Result<IndexItem, String> {
    let number = |text: &str| match text.trim() {
        "" => Ok(None),
        digits => digits
            .parse()
            .map(Some)
            .map_err(|_| format!("cannot read index {text:?}")),
    };
    Ok(match text {
        "..." => IndexItem::Ellipsis,
        "None" => IndexItem::NewAxis,
        "True" => IndexItem::Bool(true),
        "False" => IndexItem::Bool(false),
        _ if text.contains('[') => IndexItem::Tensor(tensor(text, seed)?),
        _ if text.contains(':') => {
            let mut bounds = text.split(':').map(number);
            let mut bound = || bounds.next().unwrap_or(Ok(None));
            IndexItem::Slice {
                start: bound()?,
                stop: bound()?,
                step: bound()?,
            }
        }
        _ => IndexItem::Int(number(text)?.ok_or("an empty index")?),
    })
}

fn tensor(text: &str, seed: usize) -> Result<Tensor, String> {
    let unread = || format!("cannot read tensor {text:?}");
    let (kind, sizes) = text.split_once('[').ok_or_else(unread)?;
    let sizes: Result<Shape, _> = split(sizes.trim_end_matches(']')).map(str::parse).collect();
    let mut shape = sizes.map_err(|_| unread())?;
    let (letters, bound) = match kind.find(|c: char| c.is_ascii_digit()) {
        Some(at) => (
            &kind[..at],
            kind[at..].parse::<i64>().map_err(|_| unread())?,
        ),
        None => (kind, 7),
    };
    let transposed = letters.contains('T');
    let expanded = letters.contains('e');
    let ndim = shape.len();
    if transposed {
        shape.swap(ndim - 1, ndim - 2);
    }
    let full = shape.clone();
    if expanded {
        shape[ndim - 1] = 1;
    }
    let count = numel(&shape);
    // A sequence without pattern, ties or zeros, the same on every machine.
    let at = |i: usize| ((i * 37 + seed * 101 + 11) % 97) as f64 / 97.0 + (i as f64) * 1e-3;
    let array = if letters.contains('i') {
        Array::from_vec(
            (0..count)
                .map(|i| ((i * 5 + seed * 3 + 1) as i64) % bound)
                .collect::<Vec<i64>>(),
            shape,
        )
    } else if letters.contains('b') {
        Array::from_vec(
            (0..count)
                .map(|i| !(i + seed).is_multiple_of(3))
                .collect::<Vec<bool>>(),
            shape,
        )
    } else {
        let size = shape.last().copied().unwrap_or(1).max(1);
        let mirrored = |i: usize| {
            let (row, column) = (i / size % size, i % size);
            let (low, high) = (row.min(column), row.max(column));
            at(i / (size * size) + low * size + high) + if low == high { size as f64 } else { 0.0 }
        };
        let value = |i: usize| match letters.chars().find(|c| "pund".contains(*c)) {
            Some('p') => 0.3 + 1.7 * at(i),
            Some('d') => mirrored(i),
            Some('u') => 0.05 + 0.9 * (at(i) % 1.0),
            Some('n') => match i % 4 {
                1 => f64::NAN,
                2 => f64::INFINITY,
                _ => 3.0 * at(i) - 1.5,
            },
            _ => 3.0 * at(i) - 1.5,
        };
        let values: Vec<f64> = (0..count).map(value).collect();
        let array = Array::from_vec(values, shape);
        if letters.contains('f') {
            array.to_dtype(DType::F32).map_err(|e| e.to_string())?
        } else {
            array
        }
    };
    let array = if expanded {
        let mut strides = array.strides().clone();
        strides[ndim - 1] = 0;
        array.with_geometry(full, strides, 0)
    } else {
        array
    };
    if !transposed {
        return Ok(Tensor::new(array));
    }
    let (mut shape, mut strides): (Shape, Strides) =
        (array.shape().clone(), array.strides().clone());
    shape.swap(ndim - 1, ndim - 2);
    strides.swap(ndim - 1, ndim - 2);
    Ok(Tensor::new(array.with_geometry(shape, strides, 0)))
}

/// The parts between commas outside of brackets.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut parts = Vec::new();
    let (mut depth, mut from, mut quoted) = (0, 0, false);
    for (i, c) in text.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            _ if quoted => {}
            '[' | '(' | '{' | '<' => depth += 1,
            ']' | ')' | '}' | '>' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[from..i]);
                from = i + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
}
