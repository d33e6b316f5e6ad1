//! `torch.atan2(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "atan2",
    aliases: &["arctan2"],
    signature: "(input, other: Tensor)",
    forms: Forms::ALL,
    card: Card {
        summary: "The angle of the point (other, input) from the first axis: the arctangent of input / other, in the right quadrant.",
        formula: r"y = \operatorname{atan2}(x, z), \quad x = r \sin y, \; z = r \cos y",
        gradients: &[
            ("input", r"\bar{y} \, z / (x^2 + z^2)"),
            ("other", r"-\bar{y} \, x / (x^2 + z^2)"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.atan2.html",
    },
    shape: Some(shapes::binary_float),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "Atan2Backward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [3]", "[2,3], [2,3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    one(
        dispatch_real!(pair.dtype.to_float(), T => pair.map::<T, T>(|x, y| x.atan2(y))?, _ => unreachable!("floating point")),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let (x, y) = (args.at(0), args.at(1));
    ctx.each::<2>(|input| match input {
        0 => ops::mul((
            &grad,
            &ops::div((y, &ops::add((&ops::mul((x, x))?, &ops::mul((y, y))?))?))?,
        )),
        _ => ops::mul((
            &ops::neg(&grad)?,
            &ops::div((x, &ops::add((&ops::mul((x, x))?, &ops::mul((y, y))?))?))?,
        )),
    })
}
