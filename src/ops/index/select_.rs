//! `x[3]`, `torch.select(x, 0, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "select",
    signature: "(input, dim, index)",
    forms: Forms::BOTH,
    card: Card {
        summary: "One slice along a dimension, which disappears, without copying.",
        formula: r"y_{j} = x_{ij}",
        gradients: &[("input", r"\bar{y} \text{ in its place, 0 elsewhere}")],
        shape_rule: "The dimension disappears.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.select.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        let (dim, _) = place(args, &shape)?;
        shape.remove(dim);
        shape_of(shape, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SelectBackward0",
    view: true,
    examples: &[
        "[2,3], 0, 1",
        "[2,3], 1, -1",
        "[2,3,4], -2, 2",
        "T[3,2], 0, 0",
    ],
    misuses: &[
        (
            "[2,3], 0, 2",
            "IndexError: select(): index 2 out of range for tensor of size [2, 3] at dimension 0",
        ),
        (
            "[2,3], 2, 0",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "[], 0, 0",
            "IndexError: select() cannot be applied to a 0-dim tensor.",
        ),
    ],
    ..Op::BASE
};

/// The dimension and the slice's number in it.
fn place(args: &Args, shape: &[usize]) -> Result<(usize, usize)> {
    if shape.is_empty() {
        return Err(TensorError::index(
            "select() cannot be applied to a 0-dim tensor.",
        ));
    }
    let (dim, index) = (args.dim(1, 0, shape.len())?, args.int(2, 0)?);
    let size = shape[dim] as i64;
    if !(-size..size).contains(&index) {
        return Err(TensorError::index(format!(
            "select(): index {index} out of range for tensor of size {} at dimension {dim}",
            size_text(shape)
        )));
    }
    Ok((dim, (if index < 0 { index + size } else { index }) as usize))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let (dim, index) = place(args, array.shape())?;
    let (mut shape, mut strides) = (array.shape().clone(), array.strides().clone());
    let offset = array.offset() as isize + index as isize * strides[dim];
    shape.remove(dim);
    strides.remove(dim);
    one(array.with_geometry(shape, strides, offset as usize))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let (dim, index) = place(ctx.args(), &shape)?;
    let at = Tensor::from_vec(vec![index as i64], &[1]);
    let zeros = ops::zeros(&shape, ctx.dtype(0)?)?;
    let grad = ops::unsqueeze((&ctx.grad()?, dim))?;
    ctx.only(ops::index_add((&zeros, dim, &at, &grad))?)
}
