//! `x - y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "sub",
    aliases: &["subtract"],
    signature: "(input, other, *, alpha=1)",
    forms: Forms::ALL,
    operators: &["__sub__"],
    card: Card {
        summary: "Subtracts element by element.",
        formula: r"y = x - \alpha z",
        gradients: &[("input", r"\bar{y}"), ("other", r"-\alpha \bar{y}")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.sub.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SubBackward0",
    examples: &[
        "[2,3], [2,3]",
        "[2,3], [3]",
        "[2,1], [1,3]",
        "[3], 1.5",
        "[], [2,2]",
        "[0,3], [3]",
        "T[3,2], [2]",
        "n[4], [4]",
        "[2,1], [3], alpha=2",
        "i[3], 2",
    ],
    misuses: &[
        (
            "[3], [4]",
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
        ),
        (
            "b[2], b[2]",
            "NotImplementedError: Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.",
        ),
    ],
    ..Op::BASE
};

/// As other arithmetic, but not for bool.
fn shape(args: &Args) -> Result<Shapes> {
    let pair = pair(args)?;
    shape_of(pair.shape, pair.dtype)
}

fn pair(args: &Args) -> Result<Pair> {
    let pair = Pair::new(args, 0, 1)?;
    if args
        .iter()
        .take(2)
        .any(|arg| matches!(arg, Arg::Tensor(t) if t.dtype() == DType::Bool))
        && pair.dtype == DType::Bool
    {
        return Err(TensorError::not_implemented(
            "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` \
             operator instead.",
        ));
    }
    Ok(pair)
}

fn forward(args: &Args) -> Result<Out> {
    let pair = pair(args)?;
    let alpha = args.float(2, 1.0)?;
    // With alpha 1 the product is exact.
    one(match pair.dtype {
        DType::F32 if alpha == 1.0 => pair.map_lanes(|x, y| x - y)?,
        DType::F32 => {
            let alpha = F32x4::splat(alpha as f32);
            pair.map_lanes(|x, y| x - alpha * y)?
        }
        _ => pair.map_wide(
            |x, y| x - alpha * y,
            |x, y| x.wrapping_sub((alpha as i64).wrapping_mul(y)),
        )?,
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, alpha) = (ctx.grad()?, ctx.args().float(2, 1.0)?);
    ctx.each::<2>(|input| match input {
        0 => Ok(grad.clone()),
        _ if alpha == 1.0 => ops::neg(&grad),
        _ => ops::mul((&grad, -alpha)),
    })
}
