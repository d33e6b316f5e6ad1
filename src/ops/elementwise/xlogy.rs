//! `torch.xlogy(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "xlogy",
    signature: "(input, other)",
    forms: Forms::ALL.and(Forms::SPECIAL),
    card: Card {
        summary: "x times the logarithm of y, 0 where x is 0.",
        formula: r"y = x \ln z",
        gradients: &[("input", r"\bar{y} \ln z"), ("other", r"\bar{y} x / z")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.xlogy.html",
    },
    shape: Some(shapes::binary_float),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "XlogyBackward0",
    grad_fn_of: Some(
        |args| match (args.at(0).is_tensor(), args.at(1).is_tensor()) {
            (false, _) => "XlogyBackward1",
            (true, true) => "XlogyBackward0",
            (true, false) => "XlogyBackward2",
        },
    ),
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], p[3]", "[2,3], p[2,3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    one(
        dispatch_real!(pair.dtype.to_float(), T => pair.map::<T, T>(|x, y| if x == 0.0 && !y.is_nan() { 0.0 } else { x * y.ln() })?, _ => unreachable!("floating point")),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let (x, y) = (args.at(0), args.at(1));
    ctx.each::<2>(|input| match input {
        0 if !y.is_tensor() => {
            let y = args.float(1, 1.0)?;
            let slope = ops::mul((&grad, y.ln()))?;
            if y > 0.0 {
                return Ok(slope);
            }
            ops::where_((&ops::eq((x, 0))?, 0.0, &slope))
        }
        0 => {
            let zero = ops::logical_and((&ops::eq((x, 0))?, &ops::le((y, 0))?))?;
            ops::where_((&zero, 0.0, &ops::mul((&grad, &ops::log(ctx.tensor(1)?)?))?))
        }
        _ => ops::mul((&grad, &ops::div((x, y))?)),
    })
}
