//! `1 - x`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "rsub",
    signature: "(input, other, *, alpha=1)",
    forms: Forms::FUNCTION,
    operators: &["__rsub__"],
    card: Card {
        summary: "The other operand minus this one.",
        formula: r"y = z - \alpha x",
        gradients: &[("input", r"-\alpha \bar{y}"), ("other", r"\bar{y}")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.sub.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "RsubBackward1",
    grad_fn_of: Some(|args| {
        if args.at(1).is_tensor() {
            "RsubBackward0"
        } else {
            "RsubBackward1"
        }
    }),
    examples: &["[2,3], [3]", "[3], 1.5", "[3], [3], alpha=2"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    let alpha = args.float(2, 1.0)?;
    one(match pair.dtype {
        DType::F32 => {
            let alpha = F32x4::splat(alpha as f32);
            pair.map_lanes(|x, y| y - alpha * x)?
        }
        _ => pair.map_wide(
            |x, y| y - alpha * x,
            |x, y| y.wrapping_sub((alpha as i64).wrapping_mul(x)),
        )?,
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, alpha) = (ctx.grad()?, ctx.args().float(2, 1.0)?);
    ctx.each::<2>(|input| match input {
        1 => Ok(grad.clone()),
        _ if alpha == 1.0 => ops::neg(&grad),
        _ => ops::mul((&grad, -alpha)),
    })
}
