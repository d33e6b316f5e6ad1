//! `x.transpose(0, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "transpose",
    aliases: &["swapaxes", "swapdims"],
    signature: "(input, dim0, dim1)",
    forms: Forms::ALL,
    card: Card {
        summary: "Swaps two dimensions, without copying: only the strides change.",
        formula: "y_{ji} = x_{ij}",
        gradients: &[("input", r"\bar{y} \text{, swapped back}")],
        shape_rule: "The two sizes change places.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.transpose.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "TransposeBackward0",
    view: true,
    examples: &["[2,3], 0, 1", "[2,3,4], -1, 0", "[3], 0, 0", "[0,3], 0, 1"],
    misuses: &[(
        "[2,3], 0, 2",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let (a, b) = (args.dim(1, 0, shape.len())?, args.dim(2, 1, shape.len())?);
    if !shape.is_empty() {
        shape.swap(a, b);
    }
    shape_of(shape, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    one(swapped(
        &array,
        args.dim(1, 0, array.ndim())?,
        args.dim(2, 1, array.ndim())?,
    ))
}

/// The array with two dimensions swapped.
pub fn swapped(array: &Array, a: usize, b: usize) -> Array {
    let (mut shape, mut strides) = (array.shape().clone(), array.strides().clone());
    if !shape.is_empty() {
        shape.swap(a, b);
        strides.swap(a, b);
    }
    array.with_geometry(shape, strides, array.offset())
}

fn backward(ctx: &Context) -> Result<Grads> {
    let args = ctx.args();
    ctx.only(ops::transpose((&ctx.grad()?, args.at(1), args.at(2)))?)
}
