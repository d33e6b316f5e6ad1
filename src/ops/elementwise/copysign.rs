//! `torch.copysign(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "copysign",
    signature: "(input, other)",
    forms: Forms::ALL,
    card: Card {
        summary: "The size of the first with the sign of the second.",
        formula: r"y = |x| \operatorname{sgn} z",
        gradients: &[
            ("input", r"\bar{y} \operatorname{sgn}(x z)"),
            ("other", "0"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.copysign.html",
    },
    shape: Some(shapes::binary_float),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "CopysignBackward0",
    grad_fn_of: Some(|args| {
        if args.at(1).is_tensor() {
            "CopysignBackward0"
        } else {
            "CopysignBackward1"
        }
    }),
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [3]", "[2,3], [2,3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    one(
        dispatch_real!(pair.dtype.to_float(), T => pair.map::<T, T>(|x, y| x.copysign(y))?, _ => unreachable!("floating point")),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let (x, y) = (args.at(0), args.at(1));
    ctx.each::<2>(|input| match input {
        0 => ops::mul((&grad, &ops::sign(&ops::mul((x, y))?)?)),
        _ => ops::zeros_like(&grad),
    })
}
