//! `x.flip(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "flip",
    signature: "(input, *dims)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The order of elements reversed along some dimensions.",
        formula: "y_i = x_{n - 1 - i}",
        gradients: &[("input", r"\bar{y} \text{, reversed}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.flip.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| ctx.only(ops::flip((&ctx.grad()?, ctx.args().at(1)))?)),
    grad_fn: "FlipBackward0",
    examples: &["[2,3], 0", "[2,3], (0,1)", "T[3,2], -1", "[0,3], 0"],
    misuses: &[(
        "[2,3], 5",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 5)",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let mut strides = array.strides().clone();
    let mut offset = array.offset() as isize;
    for dim in args.ints(1)?.unwrap_or_default() {
        let dim = wrap_dim(dim, array.ndim())?;
        if array.ndim() > 0 && array.numel() > 0 {
            offset += strides[dim] * (array.shape()[dim] as isize - 1);
            strides[dim] = -strides[dim];
        }
    }
    one(array
        .with_geometry(array.shape().clone(), strides, offset as usize)
        .gathered()?)
}
