//! `torch.fmod(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "fmod",
    signature: "(input, other)",
    forms: Forms::ALL,
    card: Card {
        summary: "What is left of a division rounded towards 0: has the sign of the dividend, as in C.",
        formula: r"y = x - z \operatorname{trunc}(x / z)",
        gradients: &[
            ("input", r"\bar{y}"),
            ("other", r"-\bar{y} \operatorname{trunc}(x / z)"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.fmod.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "FmodBackward0",
    grad_fn_of: Some(|args| match args.at(1) {
        Arg::Tensor(_) => "FmodBackward1",
        _ => "FmodBackward0",
    }),
    saves: &[Save::InputFor(0, 1), Save::InputFor(1, 1)],
    examples: &["[2,3], p[3]", "[3], 0.7", "i[4], -3"],
    misuses: &[(
        "[3], [4]",
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
    )],
    lacks: Some(("fmod_cpu", &[DType::Bool])),
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    one(match pair.dtype {
        DType::F32 => pair.map::<f32, f32>(|x, y| x % y)?,
        DType::F64 => pair.map::<f64, f64>(|x, y| x % y)?,
        dtype => {
            super::div::check_zero(&pair)?;
            pair.map::<i64, i64>(|x, y| x.checked_rem(y).unwrap_or(0))?
                .to_dtype(dtype)?
        }
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    ctx.each::<2>(|input| match input {
        0 => Ok(grad.clone()),
        _ => ops::mul((
            &ops::neg(&grad)?,
            &ops::div((args.at(0), args.at(1), "trunc"))?,
        )),
    })
}
