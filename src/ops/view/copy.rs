//! `x.copy_(y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "copy",
    signature: "(input, src, non_blocking=False)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Writes the elements of another tensor over these, broadcast and converted.",
        formula: "y = z",
        gradients: &[("input", "0"), ("src", r"\bar{y}")],
        shape_rule: "The source is broadcast to the shape of the target.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.copy_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "CopyBackwards",
    examples: &["[2,3], [2,3]", "[2,3], [3]", "[2,3], []"],
    misuses: &[(
        "[2,3], [2]",
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (target, source) = (args.array(0)?, args.array(1)?);
    let source = source.to_dtype(target.dtype())?;
    if source.shape() == target.shape() {
        return one(source);
    }
    crate::tensor::broadcast("copy_", target.shape(), source.shape())?;
    let Some(strides) = expand_strides(source.shape(), source.strides(), target.shape()) else {
        return Err(TensorError::runtime(format!(
            "output with shape {} doesn't match the broadcast shape {}",
            size_text(target.shape()),
            size_text(source.shape())
        )));
    };
    one(source.with_geometry(target.shape().clone(), strides, source.offset()))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<2>(|input| {
        if input == 0 {
            ops::zeros_like(&grad)
        } else {
            ops::to_dtype(&grad, ctx.dtype(1)?)
        }
    })
}
