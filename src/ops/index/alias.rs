//! `x[:]`, `x[...]`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "alias",
    signature: "(input)",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "The same tensor as a view of itself.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/tensor_view.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(|args| one(args.array(0)?)),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ctx.grad()?) }),
    grad_fn: "AliasBackward0",
    view: true,
    examples: &["[2,3]", "T[3,2]", "[]"],
    program: "x = torch.tensor([1.0, 2.0], requires_grad=True)\ny = x[...]\nprint(y)\n\ny.sum().backward()\nprint(x.grad)",
    ..Op::BASE
};
