//! `x.nanmedian()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "nanmedian",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The middle element of those that are not nan.",
        formula: r"y = x_{(\lfloor (n - 1) / 2 \rfloor)}",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the place that was picked, 0 elsewhere}",
        )],
        shape_rule: "The dimension disappears, or has size 1 with keepdim=True; the indices are int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nanmedian.html",
    },
    shape: Some(median::shape),
    forward: Forward::Kernel(|args| median::forward(args, true)),
    backward: Some(median::backward),
    grad_fn: "NanmedianBackward0",
    grad_fn_of: Some(|args| {
        if args.has(1) {
            "NanmedianBackward1"
        } else {
            "NanmedianBackward0"
        }
    }),
    saves: &[Save::Input(0), Save::Output(0), Save::Output(1)],
    returns: Returns::TensorOrNamed("nanmedian", &["values", "indices"]),
    examples: &["[5]", "[2,3], 1", "n[5]"],
    ..Op::BASE
};
