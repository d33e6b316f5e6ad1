//! `torch.broadcast_to(x, (2, 3))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "broadcast_to",
    signature: "(input, *size)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Repeats dimensions of size 1 without copying.",
        formula: "y_{ij} = x_{i0}",
        gradients: &[("input", r"\bar{x}_{i0} = \sum_j \bar{y}_{ij}")],
        shape_rule: "As given.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.broadcast_to.html",
    },
    shape: Some(|args| {
        super::expand::OP
            .shape
            .map_or_else(|| shapes::same(args), |rule| rule(args))
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,1], (2,3)", "[3], (2,3)"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(&super::expand::OP, (args.at(0), args.at(1)).into())
}
