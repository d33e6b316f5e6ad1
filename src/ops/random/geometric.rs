//! `x.geometric_(0.3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "geometric_",
    signature: "(input, p, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew: the number of trials up to the first success.",
        formula: r"P(y_i = k) = (1 - p)^{k - 1} p",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.geometric_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "GeometricBackward0",
    examples: &["[2,3], 0.3", "f[20], 0.3"],
    misuses: &[(
        "f[3], 2",
        "RuntimeError: geometric_ expects p to be in (0, 1), but got p=2",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let p = args.float(1, 0.5)?;
    if p <= 0.0 || p >= 1.0 {
        return Err(TensorError::runtime(format!(
            "geometric_ expects p to be in (0, 1), but got p={}",
            short_number(p)
        )));
    }
    one(drawn(args, "geometric_cpu", |generator| {
        generator.next_geometric(p)
    })?)
}
