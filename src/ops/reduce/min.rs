//! `x.min()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "min",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The least element of all; with dim the least along it and where it stands first; with another tensor the element-wise minimum. nan wins.",
        formula: r"y = \min_i x_i",
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ at the least element; without dim shared among equal ones}",
            ),
            (
                "other",
                r"\bar{y} \text{ where } z < x \text{, half where equal: of a tensor in the place of dim}",
            ),
        ],
        shape_rule: "All dimensions disappear, or the given one (size 1 with keepdim=True).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.min.html",
    },
    shape: Some(with_place_shape),
    forward: Forward::Kernel(|args| Extreme::Least.with_place(args, &ops::elementwise::minimum::OP)),
    backward: Some(|ctx| with_place_backward(ctx, &ops::elementwise::minimum::OP)),
    grad_fn: "MinBackward1",
    grad_fn_of: Some(|args| match args.at(1) {
        Arg::None => "MinBackward1",
        Arg::Int(_) => "MinBackward0",
        _ => "MinimumBackward0",
    }),
    saves: &[
        Save::Input(0),
        Save::Input(1),
        Save::Output(0),
        Save::Output(1),
    ],
    returns: Returns::TensorOrNamed("min", &["values", "indices"]),
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, True",
        "[]",
        "T[3,2], 1",
        "[2,3], [3]",
        "i[5]",
        "n[4]",
        "n[2,3], 1",
        "b[3]",
        "[2,0], 0",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "[0]",
            "RuntimeError: min(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
        ),
        (
            "[0,3], 0",
            "IndexError: min(): Expected reduction dim 0 to have non-zero size.",
        ),
    ],
    ..Op::BASE
};
