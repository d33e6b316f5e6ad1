//! `x * y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mul",
    aliases: &["multiply"],
    signature: "(input, other)",
    forms: Forms::ALL,
    operators: &["__mul__", "__rmul__"],
    card: Card {
        summary: "Multiplies element by element.",
        formula: r"y = x \cdot z",
        gradients: &[("input", r"\bar{y} \cdot z"), ("other", r"\bar{y} \cdot x")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.mul.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MulBackward0",
    saves: &[Save::InputFor(0, 1), Save::InputFor(1, 0)],
    examples: &[
        "[2,3], [2,3]",
        "[2,3], [3]",
        "[2,1], [1,3]",
        "[3], 1.5",
        "[], [2,2]",
        "[0,3], [3]",
        "i[3], 2",
    ],
    misuses: &[(
        "[2,3], [2,4]",
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    one(match pair.dtype {
        DType::F32 => pair.map_lanes(|x, y| x * y)?,
        _ => pair.map_wide(|x, y| x * y, i64::wrapping_mul)?,
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<2>(|input| ops::mul((&grad, ctx.args().at(1 - input))))
}
