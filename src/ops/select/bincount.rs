//! `torch.bincount(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bincount",
    signature: "(input, weights=None, minlength=0)",
    forms: Forms::BOTH,
    card: Card {
        summary: "How often each number occurs, or the sum of its weights.",
        formula: r"y_k = \sum_{i: x_i = k} w_i",
        gradients: &[],
        shape_rule: "One dimension, up to the greatest number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bincount.html",
    },
    forward: Forward::Kernel(forward),
    examples: &["i5[6]", "i5[6], None, 8", "i5[6], [6]", "i5[0]"],
    misuses: &[
        (
            "[2]",
            "NotImplementedError: \"bincount_cpu\" not implemented for 'Double'",
        ),
        (
            "i5[2,2]",
            "RuntimeError: bincount only supports 1-d non-negative integral inputs.",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    if array.dtype().is_float() || array.dtype() == DType::Bool {
        return Err(TensorError::not_implemented(format!(
            "\"bincount_cpu\" not implemented for '{}'",
            array.dtype().word()
        )));
    }
    let numbers = array.to_i64_vec();
    if array.ndim() != 1 || numbers.iter().any(|&n| n < 0) {
        return Err(TensorError::runtime(
            "bincount only supports 1-d non-negative integral inputs.",
        ));
    }
    let length = numbers
        .iter()
        .max()
        .map_or(0, |&top| top as usize + 1)
        .max(args.int(2, 0)? as usize);
    budget::check(length, DType::I64)?;
    match args.optional_tensor(1)? {
        None => {
            let mut counts = vec![0i64; length];
            numbers.iter().for_each(|&n| counts[n as usize] += 1);
            one(Array::from_vec(counts, Shape::from_slice(&[length])))
        }
        Some(weights) => {
            let weights = weights.array();
            if weights.numel() != numbers.len() {
                return Err(TensorError::runtime(
                    "weights should be 1-d and have the same length as input",
                ));
            }
            let mut sums = vec![0.0; length];
            for (&n, weight) in numbers.iter().zip(weights.to_f64_vec()) {
                sums[n as usize] += weight;
            }
            let dtype = if weights.dtype() == DType::F32 {
                DType::F32
            } else {
                DType::F64
            };
            one(Array::from_vec(sums, Shape::from_slice(&[length])).to_dtype(dtype)?)
        }
    }
}
