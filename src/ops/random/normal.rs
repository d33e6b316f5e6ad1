//! `x.normal_(0, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "normal_",
    signature: "(input, mean=0.0, std=1.0, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew from a normal distribution.",
        formula: r"y_i \sim \mathcal{N}(\mu, \sigma^2)",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.normal_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "NormalBackward0",
    examples: &["[2,3]", "f[20], 1.5, 0.5"],
    misuses: &[
        (
            "f[3], 0, -1",
            "RuntimeError: normal expects std >= 0.0, but found std -1",
        ),
        (
            "i[3]",
            "NotImplementedError: \"normal_kernel_cpu\" not implemented for 'Long'",
        ),
    ],
    ..Op::BASE
};

pub(in crate::ops) fn check_std(std: f64) -> Result<()> {
    if std < 0.0 {
        return Err(TensorError::runtime(format!(
            "normal expects std >= 0.0, but found std {}",
            short_number(std)
        )));
    }
    Ok(())
}

fn forward(args: &Args) -> Result<Out> {
    let (array, mean, std) = (args.array(0)?, args.float(1, 0.0)?, args.float(2, 1.0)?);
    check_std(std)?;
    let contiguous = array.is_contiguous();
    one(
        dispatch_real!(array.dtype(), T => filled_like::<T>(&array, |values| fill_normal(values, mean, std, contiguous))?,
        _ => return Err(not_implemented("normal_kernel_cpu", array.dtype()))),
    )
}
