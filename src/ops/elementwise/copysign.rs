//! `torch.copysign(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "copysign",
    signature: "(input, other)",
    forms: Forms::ALL,
    card: Card {
        summary: "The size of the first with the sign of the second.",
        formula: r"y = \begin{cases} |x| & z \text{ is positive or } {+0} \\ -|x| & z \text{ is negative or } {-0} \end{cases}",
        gradients: &[
            ("input", r"\bar{y} \, y / x \text{, 0 at } x = 0"),
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
    let y = args.at(1);
    ctx.each::<2>(|input| match input {
        // The sign of a zero counts in y, and x has no slope at 0.
        0 => {
            let sign = ops::sign(ctx.tensor(0)?)?;
            ops::mul((&grad, &ops::mul((&sign, &ops::copysign((&sign, y))?))?))
        }
        _ => ops::zeros_like(&grad),
    })
}
