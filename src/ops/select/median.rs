//! `x.median()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "median",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The middle element: of an even number the lower of the two. nan wins.",
        formula: r"y = x_{(\lfloor (n - 1) / 2 \rfloor)}",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the place that was picked, 0 elsewhere}",
        )],
        shape_rule: "The dimension disappears, or has size 1 with keepdim=True; the indices are int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.median.html",
    },
    shape: Some(median::shape),
    forward: Forward::Kernel(|args| median::forward(args, false)),
    backward: Some(median::backward),
    grad_fn: "MedianBackward0",
    grad_fn_of: Some(|args| {
        if args.has(1) {
            "MedianBackward1"
        } else {
            "MedianBackward0"
        }
    }),
    saves: &[Save::Input(0), Save::Output(0), Save::Output(1)],
    returns: Returns::TensorOrNamed("median", &["values", "indices"]),
    examples: &["[5]", "[4]", "[2,3], 1", "[3,2], 0, True", "i[5]", "n[5]"],
    ..Op::BASE
};
