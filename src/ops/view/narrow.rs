//! `x.narrow(0, 1, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "narrow",
    signature: "(input, dim, start, length)",
    forms: Forms::BOTH,
    card: Card {
        summary: "A part of a dimension, without copying.",
        formula: "y_i = x_{s + i}",
        gradients: &[("input", r"\bar{x}_{s + i} = \bar{y}_i \text{, 0 elsewhere}")],
        shape_rule: "The dimension gets the given length.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.narrow.html",
    },
    shape: Some(|args| {
        let output = part(args)?;
        shape_of(output.shape().clone(), output.dtype())
    }),
    forward: Forward::Kernel(|args| one(part(args)?)),
    backward: Some(backward),
    grad_fn: "SliceBackward0",
    view: true,
    examples: &[
        "[4,3], 0, 1, 2",
        "[2,4], -1, 2, 2",
        "T[4,3], 0, -2, 1",
        "[3], 0, 1, 0",
    ],
    misuses: &[(
        "[2,3], 0, 1, 5",
        "RuntimeError: start (1) + length (5) exceeds dimension size (2).",
    )],
    ..Op::BASE
};

fn part(args: &Args) -> Result<Array> {
    let array = args.array(0)?;
    if array.ndim() == 0 {
        return Err(TensorError::runtime(
            "narrow() cannot be applied to a 0-dim tensor.",
        ));
    }
    let dim = args.dim(1, 0, array.ndim())?;
    let size = array.shape()[dim] as i64;
    let (mut start, length) = (args.int(2, 0)?, args.int(3, 0)?);
    if length < 0 {
        return Err(TensorError::runtime(
            "narrow(): length must be non-negative.",
        ));
    }
    if start < -size || start > size {
        return Err(TensorError::index(format!(
            "Dimension out of range (expected to be in range of [{}, {size}], but got {start})",
            -size
        )));
    }
    if start < 0 {
        start += size;
    }
    if start + length > size {
        return Err(TensorError::runtime(format!(
            "start ({start}) + length ({length}) exceeds dimension size ({size})."
        )));
    }
    Ok(slice(&array, dim, start as usize, length as usize))
}

/// `length` slices of a dimension from `start`.
pub fn slice(array: &Array, dim: usize, start: usize, length: usize) -> Array {
    let mut shape = array.shape().clone();
    shape[dim] = length;
    let offset = array.offset() as isize + start as isize * array.strides()[dim];
    array.with_geometry(shape, array.strides().clone(), offset as usize)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, shape) = (ctx.args(), ctx.shape(0)?);
    let dim = args.dim(1, 0, shape.len())?;
    let start = args.int(2, 0)?.rem_euclid(shape[dim].max(1) as i64);
    ctx.only(ops::slice_backward((&ctx.grad()?, &shape, dim, start, 1))?)
}
