//! `x.split(2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "split",
    signature: "(tensor, split_size_or_sections, dim=0)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Parts of a dimension, of a size or of several, without copying.",
        formula: r"x = [y_1; y_2; \dots]",
        gradients: &[("tensor", r"[\bar{y}_1; \bar{y}_2; \dots]")],
        shape_rule: "Parts of the given size (the last may be smaller), or of each of the sizes given.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.split.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SplitBackward0",
    grad_fn_of: Some(|args| {
        if matches!(args.at(1), Arg::Ints(_)) {
            "SplitWithSizesBackward0"
        } else {
            "SplitBackward0"
        }
    }),
    returns: Returns::Tuple,
    view: true,
    examples: &["[5,2], 2", "[2,5], (2,3), 1", "[4], 2", "T[4,2], 3"],
    misuses: &[
        (
            "[2,3], 0",
            "RuntimeError: split_size can only be 0 if dimension size is 0, but got dimension size of 2",
        ),
        (
            "[2,3], (1,2)",
            "RuntimeError: split_with_sizes expects split_sizes to sum exactly to 2 (input tensor's size at dimension 0), but got split_sizes=[1, 2]",
        ),
    ],
    ..Op::BASE
};

/// How long the parts are.
fn lengths(args: &Args, shape: &Shape, dim: usize) -> Result<Vec<usize>> {
    let Some(&size) = shape.get(dim) else {
        return Err(TensorError::runtime(
            "split expects at least a 1-dimensional tensor",
        ));
    };
    if let Arg::Ints(sizes) = args.at(1) {
        if sizes.iter().sum::<i64>() != size as i64 || sizes.iter().any(|&n| n < 0) {
            return Err(TensorError::runtime(format!(
                "split_with_sizes expects split_sizes to sum exactly to {size} (input tensor's size at dimension {dim}), but \
                 got split_sizes={}",
                size_text(sizes)
            )));
        }
        return Ok(sizes.iter().map(|&n| n as usize).collect());
    }
    let length = args.int(1, 1)?;
    if length < 0 {
        return Err(TensorError::runtime(format!(
            "split expects split_size be non-negative, but got split_size={length}"
        )));
    }
    if length == 0 && size != 0 {
        return Err(TensorError::runtime(format!(
            "split_size can only be 0 if dimension size is 0, but got dimension size of {size}"
        )));
    }
    let length = (length as usize).max(1);
    let count = size.div_ceil(length).max(1);
    Ok((0..count).map(|i| length.min(size - i * length)).collect())
}

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    let dim = args.dim(2, 0, shape.len())?;
    Ok(lengths(args, &shape, dim)?
        .into_iter()
        .map(|length| {
            let mut part = shape.clone();
            part[dim] = length;
            (part, dtype)
        })
        .collect())
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(2, 0, array.ndim())?;
    let mut start = 0;
    Ok(lengths(args, array.shape(), dim)?
        .into_iter()
        .map(|length| {
            let part = super::narrow::slice(&array, dim, start, length);
            start += length;
            part
        })
        .collect())
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let dim = ctx.args().dim(2, 0, shape.len())?;
    let count = lengths(ctx.args(), &shape, dim)?.len();
    let parts: Vec<Tensor> = (0..count)
        .map(|number| ctx.grad_of(number))
        .collect::<Result<_>>()?;
    ctx.only(ops::cat((parts, dim))?)
}
