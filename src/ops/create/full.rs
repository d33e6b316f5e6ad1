//! `torch.full((2, 3), 7.)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "full",
    signature: "(size, fill_value, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "A tensor with the same value everywhere, of that value's dtype.",
        formula: "y_i = v",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.full.html",
    },
    shape: Some(|args| shape_of(sizes(args, 0)?, dtype(args)?)),
    forward: Forward::Kernel(|args| one(full(args, 1, sizes(args, 0)?, dtype(args)?)?)),
    examples: &[
        "(2,3), 7.5",
        "(2,), 3",
        "(), True",
        "(2,), 3, dtype=float64",
        "(2,), []",
    ],
    misuses: &[
        (
            "2, 1",
            "TypeError: full(): argument 'size' (position 1) must be tuple of ints, not int",
        ),
        (
            "(2,), [2]",
            "TypeError: full(): argument 'fill_value' (position 2) must be Number, not Tensor",
        ),
        (
            "(2,), 300, dtype=uint8",
            "RuntimeError: value cannot be converted to type uint8_t without overflow",
        ),
    ],
    ..Op::BASE
};

fn dtype(args: &Args) -> Result<DType> {
    if matches!(args.at(0), Arg::Int(_)) {
        return Err(args.wrong(0, "tuple of ints"));
    }
    Ok(match (args.dtype(2)?, args.at(1)) {
        (Some(dtype), _) => dtype,
        (None, Arg::Tensor(value)) => value.dtype(),
        (None, Arg::Bool(_)) => DType::Bool,
        (None, Arg::Int(_)) => DType::I64,
        _ => crate::tensor::default_dtype(),
    })
}

/// An array of the value at `index`, which must fit into the dtype.
pub(in crate::ops) fn full(args: &Args, index: usize, shape: Shape, dtype: DType) -> Result<Array> {
    let value = match args.at(index) {
        Arg::Tensor(value) if value.ndim() == 0 => Arg::Float(value.item()?),
        Arg::Tensor(_) => return Err(args.wrong(index, "Number")),
        number => number.clone(),
    };
    let (least, greatest, word) = match dtype {
        DType::U8 => (-255.0, 255.0, "uint8_t"),
        DType::I32 => (f64::from(i32::MIN), f64::from(i32::MAX), "int"),
        DType::I64 => (i64::MIN as f64, i64::MAX as f64, "int64_t"),
        _ => (f64::NEG_INFINITY, f64::INFINITY, ""),
    };
    match value {
        Arg::Int(int) if !(least..=greatest).contains(&(int as f64)) => Err(overflow(word)),
        Arg::Int(int) => dispatch!(dtype, T => Array::full(shape, T::from_i64(int))),
        other => {
            let copy: Args = [other].into_iter().collect();
            let x = copy
                .float(0, 0.0)
                .map_err(|_| args.wrong(index, "Number"))?;
            if !dtype.is_float() && dtype != DType::Bool && !(least..=greatest).contains(&x) {
                return Err(overflow(word));
            }
            dispatch!(dtype, T => Array::full(shape, T::from_f64(x)))
        }
    }
}

fn overflow(word: &str) -> TensorError {
    TensorError::runtime(format!(
        "value cannot be converted to type {word} without overflow"
    ))
}
