//! `x.flatten(1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "flatten",
    signature: "(input, start_dim=0, end_dim=-1)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Joins neighbouring dimensions into one.",
        formula: r"y = x \text{, read row by row}",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "The sizes from start_dim to end_dim are multiplied.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.flatten.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(flat(args, &shape)?, dtype)
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "[2,3,4], 1", "[2,3,4,2], 1, 2", "[]", "T[2,3]"],
    misuses: &[
        (
            "[2,3], 1, 0",
            "RuntimeError: flatten() has invalid args: start_dim cannot come after end_dim",
        ),
        (
            "[2,3], 3",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 3)",
        ),
    ],
    ..Op::BASE
};

fn flat(args: &Args, shape: &Shape) -> Result<Shape> {
    let (start, end) = (args.dim(1, 0, shape.len())?, args.dim(2, -1, shape.len())?);
    if start > end {
        return Err(TensorError::runtime(
            "flatten() has invalid args: start_dim cannot come after end_dim",
        ));
    }
    if shape.is_empty() {
        return Ok(smallvec![1]);
    }
    let mut out = Shape::from_slice(&shape[..start]);
    out.push(numel(&shape[start..=end]));
    out.extend_from_slice(&shape[end + 1..]);
    Ok(out)
}

fn compose(args: &Args) -> Result<Outputs> {
    let input = args.tensor(0)?;
    let shape = flat(args, &input.shape())?;
    if shape == input.shape() {
        return Ok(smallvec![input.clone()]);
    }
    call(&super::reshape::OP, (input, &shape).into())
}
