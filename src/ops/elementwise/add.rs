//! `x + y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "add",
    signature: "(input, other, *, alpha=1)",
    forms: Forms::ALL,
    operators: &["__add__", "__radd__"],
    card: Card {
        summary: "Adds element by element.",
        formula: r"y = x + \alpha z",
        gradients: &[("input", r"\bar{y}"), ("other", r"\alpha \bar{y}")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.add.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "AddBackward0",
    examples: &[
        "[2,3], [2,3]",
        "[2,3], [3]",
        "[2,1], [3], alpha=2",
        "[3], 1.5",
        "[], [2,2]",
        "[0,3], [3]",
        "i[3], 2",
    ],
    misuses: &[(
        "[3], [4]",
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    let alpha = args.float(2, 1.0)?;
    if alpha == 1.0 {
        return one(match pair.dtype {
            DType::F32 => pair.map_lanes(|x, y| x + y)?,
            _ => pair.map_wide(|x, y| x + y, i64::wrapping_add)?,
        });
    }
    if !pair.dtype.is_float() && alpha.fract() != 0.0 {
        return Err(TensorError::runtime(
            "For integral input tensors, argument alpha must not be a floating point number.",
        ));
    }
    one(match pair.dtype {
        DType::F32 => {
            let alpha = F32x4::splat(alpha as f32);
            pair.map_lanes(|x, y| x + alpha * y)?
        }
        _ => pair.map_wide(
            |x, y| x + alpha * y,
            |x, y| x.wrapping_add((alpha as i64).wrapping_mul(y)),
        )?,
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, alpha) = (ctx.grad()?, ctx.args().float(2, 1.0)?);
    ctx.each::<2>(|input| {
        if input == 1 && alpha != 1.0 {
            ops::mul((&grad, alpha))
        } else {
            Ok(grad.clone())
        }
    })
}
