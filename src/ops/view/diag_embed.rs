//! `torch.diag_embed(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "diag_embed",
    signature: "(input, offset=0)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Matrices with the last dimension on their diagonal.",
        formula: "y_{i, i + k} = x_i",
        gradients: &[("input", r"\bar{x}_i = \bar{y}_{i, i + k}")],
        shape_rule: "The last size n becomes (n + |k|) x (n + |k|).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.diag_embed.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| ctx.only(ops::diagonal((&ctx.grad()?, ctx.args().at(1), -2, -1))?)),
    grad_fn: "DiagEmbedBackward0",
    examples: &["[3]", "[2,3]", "[2], 1", "[2,2], -1"],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let side = shape.pop().unwrap_or(1) + args.int(1, 0)?.unsigned_abs() as usize;
    shape.push(side);
    shape.push(side);
    shape_of(shape, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let (shape, dtype) = shape(args)?.swap_remove(0);
    let (offset, array) = (args.int(1, 0)?, args.array(0)?.contiguous()?);
    let side = shape.last().copied().unwrap_or(1);
    let length = array.shape().last().copied().unwrap_or(1);
    one(dispatch!(dtype, T => {
        let mut values = vec![T::default(); numel(&shape)];
        for (i, &x) in array.slice::<T>().iter().enumerate() {
            let (block, k) = (i / length, i % length);
            let (row, column) = if offset >= 0 { (k, k + offset as usize) } else { (k + offset.unsigned_abs() as usize, k) };
            values[(block * side + row) * side + column] = x;
        }
        Array::from_vec(values, shape)
    }))
}
