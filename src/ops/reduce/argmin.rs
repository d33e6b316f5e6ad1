//! `x.argmin(1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "argmin",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Where the least element stands: the first of equal ones, counted row by row without dim.",
        formula: r"y = \operatorname{argmin}_i x_i",
        gradients: &[],
        shape_rule: "All dimensions disappear, or the given one (size 1 with keepdim=True); the dtype is int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.argmin.html",
    },
    shape: Some(|args| shape_of(reduced_dims(args, &args.shape(0)?, 1, 2)?.shape, DType::I64)),
    forward: Forward::Kernel(|args| Extreme::Least.place(args)),
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, True",
        "[]",
        "T[3,2]",
        "T[3,2], 1",
        "i[5]",
        "n[4]",
        "[2,0], 0",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "[0]",
            "IndexError: argmin(): Expected reduction dim to be specified for input.numel() == 0.",
        ),
        (
            "[0,3], 0",
            "IndexError: argmin(): Expected reduction dim 0 to have non-zero size.",
        ),
    ],
    ..Op::BASE
};
