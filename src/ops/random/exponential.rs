//! `x.exponential_(1.5)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "exponential_",
    signature: "(input, lambd=1.0, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew from an exponential distribution.",
        formula: r"y_i \sim \lambda e^{-\lambda y}",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.exponential_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "ExponentialBackward0",
    examples: &["[2,3], 1.5", "f[20], 1.5"],
    misuses: &[(
        "f[3], -1",
        "RuntimeError: exponential_ expects lambda > 0.0, but found lambda=-1",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let lambda = args.float(1, 1.0)?;
    if lambda <= 0.0 {
        let found = short_number(lambda);
        return Err(TensorError::runtime(format!(
            "exponential_ expects lambda > 0.0, but found lambda={found}"
        )));
    }
    one(drawn(args, "exponential_cpu", |generator| {
        generator.next_exponential(lambda)
    })?)
}
