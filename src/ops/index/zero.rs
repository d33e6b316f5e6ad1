//! `x.zero_()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "zero",
    signature: "(input)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Sets all elements to zero.",
        formula: "y_i = 0",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.zero_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(|args| {
        let (shape, dtype) = args.meta(0)?;
        one(Array::zeros(shape, dtype)?)
    }),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "ZeroBackward0",
    examples: &["[2,3]", "i[3]", "[]"],
    ..Op::BASE
};
