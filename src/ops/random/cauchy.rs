//! `x.cauchy_(0.5, 2.0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cauchy_",
    signature: "(input, median=0.0, sigma=1.0, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew from a Cauchy distribution.",
        formula: r"p(y) = \frac{1}{\pi} \frac{\sigma}{(y - m)^2 + \sigma^2}",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.cauchy_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "CauchyBackward0",
    examples: &["[2,3], 0.5, 2.0", "f[20], 0.5, 2.0"],
    misuses: &[(
        "f[3], 0, -1",
        "RuntimeError: cauchy_ expects sigma > 0.0, but found sigma=-1",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (median, sigma) = (args.float(1, 0.0)?, args.float(2, 1.0)?);
    if sigma <= 0.0 {
        let found = short_number(sigma);
        return Err(TensorError::runtime(format!(
            "cauchy_ expects sigma > 0.0, but found sigma={found}"
        )));
    }
    one(drawn(args, "cauchy_cpu", |generator| {
        generator.next_cauchy(median, sigma)
    })?)
}
