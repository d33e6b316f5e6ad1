//! `x.amax(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "amax",
    signature: "(input, dim=(), keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The greatest element along some dimensions; equal ones share the gradient. nan wins.",
        formula: r"y = \max_i x_i",
        gradients: &[(
            "input",
            r"\bar{y} \text{ shared among the greatest elements}",
        )],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.amax.html",
    },
    shape: Some(shapes::reduce),
    forward: Forward::Kernel(|args| Extreme::Greatest.element(args)),
    backward: Some(|ctx| ctx.only(share_among_equal(ctx)?)),
    grad_fn: "AmaxBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3,2], (0,2), True",
        "[]",
        "T[3,2], 1",
        "i[5]",
        "n[2,3], 1",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "[0,3], 0",
            "IndexError: amax(): Expected reduction dim 0 to have non-zero size.",
        ),
    ],
    ..Op::BASE
};
