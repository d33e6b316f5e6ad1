//! A gradient put into its place

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "slice_backward",
    signature: "(grad_output, input_sizes, dim, start, step)",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "Zeros with a tensor at every step-th place of a dimension: the gradient of a slice.",
        formula: "y_{s + k i} = x_i",
        gradients: &[("grad_output", r"\bar{y}_{s + k i}")],
        shape_rule: "The given sizes.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.narrow.html",
    },
    shape: Some(|args| {
        let (_, dtype) = args.meta(0)?;
        shape_of(sizes(args)?, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SliceBackwardBackward0",
    examples: &["[2,3], (4,3), 0, 1, 1", "[2], (5,), 0, 1, 2"],
    program: "x = torch.tensor([1.0, 2.0, 4.0, 8.0], requires_grad=True)\ny = x[1:3]\ny.sum().backward()\nprint(x.grad)  # the gradient of the slice, put back where it was cut out",
    ..Op::BASE
};

fn sizes(args: &Args) -> Result<Shape> {
    Ok(args
        .ints(1)?
        .unwrap_or_default()
        .iter()
        .map(|&n| n as usize)
        .collect())
}

/// The part of `whole` that the gradient belongs to.
fn part(args: &Args, whole: &Array, length: usize) -> Result<Array> {
    let dim = args.dim(2, 0, whole.ndim())?;
    let (start, step) = (args.int(3, 0)?, args.int(4, 1)?);
    let (mut shape, mut strides) = (whole.shape().clone(), whole.strides().clone());
    let offset = whole.offset() + start as usize * strides[dim] as usize;
    shape[dim] = length;
    strides[dim] *= step as isize;
    Ok(whole.with_geometry(shape, strides, offset))
}

fn forward(args: &Args) -> Result<Out> {
    let grad = args.array(0)?;
    let whole = Array::zeros(sizes(args)?, grad.dtype())?;
    let dim = args.dim(2, 0, whole.ndim())?;
    if grad.numel() > 0 {
        part(args, &whole, grad.shape()[dim])?.write(&grad)?;
    }
    one(whole)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let dim = args.dim(2, 0, grad.ndim())?;
    let (start, step, length) = (args.int(3, 0)?, args.int(4, 1)?, ctx.shape(0)?[dim]);
    let index: Vec<i64> = (0..length as i64).map(|i| start + i * step).collect();
    let index = Tensor::from_vec(index, &[length]);
    ctx.only(ops::index_select((&grad, dim, &index))?)
}
