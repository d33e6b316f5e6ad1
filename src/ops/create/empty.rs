//! `torch.empty(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "empty",
    signature: "(*size, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "A tensor whose elements nobody has set. Here they are zeros, so that a program prints the same at every run.",
        formula: r"y_i = \text{anything}",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.empty.html",
    },
    shape: Some(shapes::created),
    forward: Forward::Kernel(|args| {
        one(Array::zeros(
            sizes(args, 0)?,
            shapes::float_dtype(args, 1)?,
        )?)
    }),
    examples: &["(2,3)", "(2,), int64", "()"],
    misuses: &[(
        "(-1,)",
        "RuntimeError: Trying to create tensor with negative dimension -1: [-1]",
    )],
    program: "y = torch.empty(2, 3)  # whatever the memory held before\nprint(y.shape)",
    ..Op::BASE
};
