//! `torch.ones(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "ones",
    signature: "(*size, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "A tensor of ones.",
        formula: "y_i = 1",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.ones.html",
    },
    shape: Some(shapes::created),
    forward: Forward::Kernel(|args| {
        one(Array::ones(sizes(args, 0)?, shapes::float_dtype(args, 1)?)?)
    }),
    examples: &["(2,3)", "(2,), int64", "()", "(3,), bool"],
    misuses: &[(
        "(2,-1)",
        "RuntimeError: Trying to create tensor with negative dimension -1: [2, -1]",
    )],
    ..Op::BASE
};
