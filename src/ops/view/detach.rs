//! `x.detach()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "detach",
    signature: "(input)",
    forms: Forms::ALL,
    card: Card {
        summary: "The same elements in the same memory, cut off from the graph.",
        formula: "y = x",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.detach.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(|args| one(args.array(0)?)),
    view: true,
    examples: &["[2,3]"],
    ..Op::BASE
};
