//! `torch.hypot(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "hypot",
    signature: "(input, other: Tensor)",
    forms: Forms::ALL,
    card: Card {
        summary: "The length of the hypotenuse.",
        formula: r"y = \sqrt{x^2 + z^2}",
        gradients: &[("input", r"\bar{y} x / y"), ("other", r"\bar{y} z / y")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.hypot.html",
    },
    shape: Some(shapes::binary_float),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "HypotBackward0",
    saves: &[Save::Input(0), Save::Input(1), Save::Output(0)],
    lacks: Some(("hypot_cpu", &[DType::Bool, DType::U8, DType::I32, DType::I64])),
    examples: &["[2,3], [3]", "[2,3], [2,3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    one(
        dispatch_real!(pair.dtype.to_float(), T => pair.map::<T, T>(|x, y| x.hypot(y))?, _ => unreachable!("floating point")),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let (x, y) = (args.at(0), args.at(1));
    ctx.each::<2>(|input| match input {
        0 => ops::mul((&grad, &ops::div((x, &ctx.output(0)?))?)),
        _ => ops::mul((&grad, &ops::div((y, &ctx.output(0)?))?)),
    })
}
