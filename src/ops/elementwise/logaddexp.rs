//! `torch.logaddexp(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "logaddexp",
    signature: "(input, other: Tensor)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The logarithm of the sum of exponentials of two.",
        formula: r"y = \ln(e^x + e^z)",
        gradients: &[
            ("input", r"\bar{y} e^{x - y}"),
            ("other", r"\bar{y} e^{z - y}"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.logaddexp.html",
    },
    shape: Some(shapes::binary_float),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LogaddexpBackward0",
    saves: &[Save::Input(0), Save::Input(1), Save::Output(0)],
    lacks: Some(("logaddexp_cpu", &[DType::Bool, DType::U8, DType::I32, DType::I64])),
    examples: &["[2,3], [3]", "[2,3], [2,3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    one(
        dispatch_real!(pair.dtype.to_float(), T => pair.map::<T, T>(|x, y| { let top = x.max(y); if top.is_infinite() { top } else { top + ((x - top).exp() + (y - top).exp()).ln() } })?, _ => unreachable!("floating point")),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let (x, y) = (args.at(0), args.at(1));
    ctx.each::<2>(|input| match input {
        0 => ops::mul((&grad, &ops::exp(&ops::sub((x, &ctx.output(0)?))?)?)),
        _ => ops::mul((&grad, &ops::exp(&ops::sub((y, &ctx.output(0)?))?)?)),
    })
}
