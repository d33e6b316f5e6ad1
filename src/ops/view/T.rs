//! `x.T`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "T",
    signature: "(input)",
    forms: Forms::PROPERTY,
    card: Card {
        summary: "All dimensions in reverse order; of a matrix the transpose.",
        formula: "y_{ji} = x_{ij}",
        gradients: &[("input", r"\bar{y}^\top")],
        shape_rule: "The sizes in reverse order.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.T.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        shape.reverse();
        shape_of(shape, dtype)
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "[3]", "[2,3,4]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let dims: Vec<i64> = (0..args.tensor(0)?.ndim() as i64).rev().collect();
    call(&super::permute::OP, (args.at(0), &dims[..]).into())
}
