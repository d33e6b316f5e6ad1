//! `x[1:5:2]`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "slice",
    signature: "(input, dim=0, start=None, end=None, step=1)",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "Every step-th slice from start up to but without end, without copying.",
        formula: r"y_i = x_{a + i s}",
        gradients: &[("input", r"\bar{y} \text{ in its place, 0 elsewhere}")],
        shape_rule: r"The dimension gets ceil((end - start) / step) slices; bounds outside are cut.",
        source: "https://docs.pytorch.org/docs/stable/tensor_view.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        let (dim, _, count, _) = span(args, &shape)?;
        shape[dim] = count;
        shape_of(shape, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SliceBackward0",
    view: true,
    examples: &[
        "[5,2], 0, 1, 3",
        "[5,2], 0, -2",
        "[2,7], 1, 1, 6, 2",
        "[3], 0, 2, 1",
        "T[4,3], 0, 1",
        "[3], 0, 0, 100",
    ],
    misuses: &[
        (
            "[3], 0, 0, 3, 0",
            "RuntimeError: slice step must be positive",
        ),
        (
            "[], 0, 0, 1",
            "RuntimeError: slice() cannot be applied to a 0-dim tensor.",
        ),
    ],
    program: "x = torch.tensor([[1.0, -2.0, 0.5], [3.0, -1.5, 2.0]], requires_grad=True)\ny = x[:, 1:]\nprint(y)\n\ny.sum().backward()\nprint(x.grad)",
    ..Op::BASE
};

/// The dimension, the first slice, how many slices, and the step.
fn span(args: &Args, shape: &[usize]) -> Result<(usize, usize, usize, usize)> {
    if shape.is_empty() {
        return Err(TensorError::runtime(
            "slice() cannot be applied to a 0-dim tensor.",
        ));
    }
    let (dim, step) = (args.dim(1, 0, shape.len())?, args.int(4, 1)?);
    if step <= 0 {
        return Err(TensorError::runtime("slice step must be positive"));
    }
    let size = shape[dim] as i64;
    let bound = |at: i64| {
        if at < 0 {
            at.saturating_add(size).max(0)
        } else {
            at.min(size)
        }
    };
    let (start, end) = (bound(args.int(2, 0)?), bound(args.int(3, size)?));
    let count = (end - start).max(0).div_euclid(step) + i64::from((end - start).max(0) % step != 0);
    Ok((dim, start as usize, count as usize, step as usize))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let (dim, start, count, step) = span(args, array.shape())?;
    let (mut shape, mut strides) = (array.shape().clone(), array.strides().clone());
    let offset = if count == 0 {
        0
    } else {
        start as isize * strides[dim]
    };
    shape[dim] = count;
    strides[dim] *= step as isize;
    one(array.with_geometry(shape, strides, (array.offset() as isize + offset) as usize))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let (dim, start, count, step) = span(ctx.args(), &shape)?;
    let numbers: Vec<i64> = (0..count).map(|i| (start + i * step) as i64).collect();
    let zeros = ops::zeros(&shape, ctx.dtype(0)?)?;
    ctx.only(ops::index_add((
        &zeros,
        dim,
        &Tensor::from_vec(numbers, &[count]),
        &ctx.grad()?,
    ))?)
}
