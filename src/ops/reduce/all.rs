//! `x.all()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "all",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Whether all elements are not 0.",
        formula: r"y = \bigwedge_i (x_i \ne 0)",
        gradients: &[],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True. The dtype is bool.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.all.html",
    },
    shape: Some(Truth::shape),
    forward: Forward::Kernel(|args| Truth::All.of(args)),
    examples: &[
        "b[2,3]",
        "[2,3], 0",
        "i[2,3], -1, True",
        "[]",
        "[0]",
        "T[3,2], 1",
    ],
    misuses: &[(
        "[2,3], 2",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
    )],
    ..Op::BASE
};
