//! `torch.maximum(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "maximum",
    signature: "(input, other: Tensor)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The greater of both, element by element; nan if either is. A tie shares the gradient.",
        formula: r"y = \max(x, z)",
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ where } x > z \text{, half of it where equal}",
            ),
            (
                "other",
                r"\bar{y} \text{ where } z > x \text{, half of it where equal}",
            ),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.maximum.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(|args| Extreme::Greatest.of_two(args)),
    backward: Some(|ctx| Extreme::Greatest.of_two_backward(ctx)),
    grad_fn: "MaximumBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &[
        "[2,3], [2,3]",
        "[2,3], [3]",
        "[2,1], [1,3]",
        "[], [2,2]",
        "[0,3], [3]",
        "n[4], [4]",
        "i[3], i[3]",
    ],
    misuses: &[(
        "[3], [4]",
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
    )],
    ..Op::BASE
};
