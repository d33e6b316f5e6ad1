//! `torch.zeros(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "zeros",
    signature: "(*size, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "A tensor of zeros.",
        formula: "y_i = 0",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.zeros.html",
    },
    shape: Some(shapes::created),
    forward: Forward::Kernel(|args| {
        one(Array::zeros(
            sizes(args, 0)?,
            shapes::float_dtype(args, 1)?,
        )?)
    }),
    examples: &["(2,3)", "(2,), int64", "()", "(0,3)", "(3,), bool"],
    misuses: &[
        (
            "(2,-1)",
            "RuntimeError: zeros: Dimension size must be non-negative.",
        ),
        (
            "",
            "TypeError: zeros() missing 1 required positional arguments: \"size\"",
        ),
    ],
    ..Op::BASE
};
