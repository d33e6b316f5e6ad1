//! `x.clone()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "clone",
    signature: "(input, *, memory_format=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "A copy with memory of its own. Gradients flow through it.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.clone.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ctx.grad()?) }),
    grad_fn: "CloneBackward0",
    examples: &["[2,3]", "T[3,2]", "e[3,2]", "[]", "[0]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    one(args.tensor(0)?.array().copied()?)
}
