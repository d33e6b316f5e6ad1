//! `torch.index_select(x, 0, index)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "index_select",
    signature: "(input, dim, index)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Picks slices along a dimension by number.",
        formula: r"y_{i \dots} = x_{k_i \dots}",
        gradients: &[(
            "input",
            r"\bar{x}_{k \dots} = \sum_{i: k_i = k} \bar{y}_{i \dots}",
        )],
        shape_rule: "The dimension gets the length of the index.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.index_select.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "IndexSelectBackward0",
    saves: &[Save::Input(2)],
    examples: &[
        "[4,3], 0, i4[5]",
        "[2,4], 1, i4[3]",
        "T[4,3], -1, i3[2]",
        "[4], 0, i4[0]",
        "[4,2], 0, i4[]",
    ],
    misuses: &[(
        "[3], 0, [2]",
        "RuntimeError: index_select(): Expected dtype int32 or int64 for index",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let dim = args.dim(1, 0, shape.len())?;
    if let Some(size) = shape.get_mut(dim) {
        *size = crate::tensor::numel(&args.shape(2)?);
    }
    shapes::shape_of(shape, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(1, 0, array.ndim())?;
    let along = Along::new(array.shape(), dim);
    let index = along.index(args, 2)?;
    let shape = shape(args)?.swap_remove(0).0;
    let array = array.contiguous()?;
    one(dispatch!(array.dtype(), T => along.pick::<T>(&array, &index, shape)?))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let zeros = ops::zeros(&ctx.shape(0)?, ctx.dtype(0)?)?;
    ctx.only(ops::index_add((
        &zeros,
        ctx.args().at(1),
        ctx.tensor(2)?,
        &ctx.grad()?,
    ))?)
}
