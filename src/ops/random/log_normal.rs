//! `x.log_normal_(0.5, 0.5)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "log_normal_",
    signature: "(input, mean=1.0, std=2.0, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew: exponentials of normal numbers.",
        formula: r"\ln y_i \sim \mathcal{N}(\mu, \sigma^2)",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.log_normal_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "LogNormalBackward0",
    examples: &["[2,3], 0.5, 0.5", "f[20], 0.5, 0.5"],
    misuses: &[(
        "f[3], 0, -1",
        "RuntimeError: log_normal_ expects std > 0.0, but found std=-1",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (mean, std) = (args.float(1, 1.0)?, args.float(2, 2.0)?);
    if std <= 0.0 {
        let found = short_number(std);
        return Err(TensorError::runtime(format!(
            "log_normal_ expects std > 0.0, but found std={found}"
        )));
    }
    one(drawn(args, "log_normal_cpu", |generator| {
        generator.next_log_normal(mean, std)
    })?)
}
