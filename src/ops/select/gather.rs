//! `x.gather(1, index)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "gather",
    signature: "(input, dim, index, *, sparse_grad=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Picks an element for each place of the index, along one dimension.",
        formula: "y_{ij} = x_{i k_{ij}}",
        gradients: &[("input", r"\bar{x}_{ik} = \sum_{j: k_{ij} = k} \bar{y}_{ij}")],
        shape_rule: "The shape of the index.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.gather.html",
    },
    shape: Some(|args| {
        let (_, dtype) = args.meta(0)?;
        shape_of(args.shape(2)?, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "GatherBackward0",
    saves: &[Save::Input(2)],
    examples: &[
        "[3,4], 1, i4[3,2]",
        "[3,4], 0, i3[2,4]",
        "T[3,4], -1, i4[2,3]",
        "[4], 0, i4[6]",
        "[3], 0, i3[0]",
    ],
    misuses: &[
        (
            "[2,3], 0, i2[1]",
            "RuntimeError: Index tensor must have the same number of dimensions as input tensor",
        ),
        (
            "[2,3], 0, i7[1,3]",
            "RuntimeError: index 5 is out of bounds for dimension 0 with size 2",
        ),
        (
            "[2,3], 0, [1,3]",
            "RuntimeError: gather(): Expected dtype int32/int64 for index",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, index) = (args.array(0)?, args.array(2)?);
    let lines = Lines::new("gather", &array, args.dim(1, 0, array.ndim())?, &index)?;
    let array = array.contiguous()?;
    one(dispatch!(array.dtype(), T => {
        let data = array.slice::<T>();
        Array::from_vec(lines.places.iter().map(|&at| data[at]).collect(), index.shape().clone())
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let zeros = ops::zeros(&ctx.shape(0)?, ctx.dtype(0)?)?;
    ctx.only(ops::scatter_add((
        &zeros,
        ctx.args().at(1),
        ctx.tensor(2)?,
        &ctx.grad()?,
    ))?)
}
