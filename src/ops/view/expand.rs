//! `x.expand(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "expand",
    signature: "(input, *size)",
    forms: Forms::METHOD,
    card: Card {
        summary: "Repeats dimensions of size 1 without copying: their stride becomes 0.",
        formula: r"y_{ij} = x_{i0}",
        gradients: &[("input", r"\bar{x}_{i0} = \sum_j \bar{y}_{ij}")],
        shape_rule: "A size of 1 can become any size; new dimensions come first; -1 leaves a size as it is.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.expand.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shapes::shape_of(size(args, &shape)?, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ExpandBackward0",
    view: true,
    examples: &[
        "[2,1], (2,3)",
        "[3], (2,3)",
        "[], (2,2)",
        "[1,3], (-1,3)",
        "[1], (0,)",
    ],
    misuses: &[(
        "[2,3], (2,4)",
        "RuntimeError: The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  \
         Target sizes: [2, 4].  Tensor sizes: [2, 3]",
    )],
    ..Op::BASE
};

/// The wanted size with -1 filled in.
fn size(args: &Args, shape: &[usize]) -> Result<Shape> {
    let wanted = args.ints(1)?.unwrap_or_default();
    let Some(lead) = wanted.len().checked_sub(shape.len()) else {
        return Err(TensorError::runtime(format!(
            "expand(torch.FloatTensor{{{}}}, size={}): the number of sizes provided ({}) must be greater or equal to the \
             number of dimensions in the tensor ({})",
            size_text(shape),
            size_text(&wanted),
            wanted.len(),
            shape.len()
        )));
    };
    let mut size = Shape::new();
    for (d, &n) in wanted.iter().enumerate() {
        let existing = d.checked_sub(lead).map(|d| shape[d]);
        size.push(match (n, existing) {
            (-1, Some(existing)) => existing,
            (-1, None) => {
                return Err(TensorError::runtime(format!(
                    "The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension {d}"
                )));
            }
            (n, Some(existing)) if existing != 1 && n != existing as i64 => {
                return Err(TensorError::runtime(format!(
                    "The expanded size of the tensor ({n}) must match the existing size ({existing}) at non-singleton \
                     dimension {d}.  Target sizes: {}.  Tensor sizes: {}",
                    size_text(&wanted),
                    size_text(shape)
                )));
            }
            (n, _) => n.max(0) as usize,
        });
    }
    Ok(size)
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let size = size(args, array.shape())?;
    let strides = broadcast_strides(array.shape(), array.strides(), &size);
    one(array.with_geometry(size, strides, array.offset()))
}

fn backward(ctx: &Context) -> Result<Grads> {
    ctx.only(ops::sum_to_size(&ctx.grad()?, &ctx.shape(0)?)?)
}
