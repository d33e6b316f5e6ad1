//! `x.unsqueeze(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "unsqueeze",
    signature: "(input, dim)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The same elements with a dimension of size 1 more, without copying.",
        formula: r"y_{i 0 j} = x_{ij}",
        gradients: &[("input", r"\bar{y}_{i 0 j}")],
        shape_rule: "A size of 1 is put in at dim.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.unsqueeze.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        shape.insert(args.dim(1, 0, shape.len() + 1)?, 1);
        shape_of(shape, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "UnsqueezeBackward0",
    view: true,
    examples: &["[2,3], 0", "[2,3], 1", "[2,3], -1", "[], 0", "T[3,2], 1"],
    misuses: &[("[2,3], 3", "IndexError: Dimension out of range (expected to be in range of [-3, 2], but got 3)")],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(1, 0, array.ndim() + 1)?;
    let (mut shape, mut strides) = (array.shape().clone(), array.strides().clone());
    // PyTorch's choice: the stride that a contiguous tensor would have there.
    let stride = shape.get(dim).zip(strides.get(dim)).map_or(1, |(&size, &stride)| size as isize * stride);
    shape.insert(dim, 1);
    strides.insert(dim, stride);
    one(array.with_geometry(shape, strides, array.offset()))
}

fn backward(ctx: &Context) -> Result<Grads> {
    ctx.only(ops::reshape((&ctx.grad()?, &ctx.shape(0)?))?)
}
