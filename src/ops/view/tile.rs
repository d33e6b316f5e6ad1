//! `torch.tile(x, (2, 1))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "tile",
    signature: "(input, *dims)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Copies of the tensor beside each other; missing repeats count as 1.",
        formula: r"y_i = x_{i \bmod n}",
        gradients: &[("input", r"\bar{x}_i = \sum_k \bar{y}_{i + k n}")],
        shape_rule: "Each size times its number of repeats.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.tile.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        let mut n = args.ints(1)?.unwrap_or_default();
        while n.len() < shape.len() {
            n.insert(0, 1);
        }
        while shape.len() < n.len() {
            shape.insert(0, 1);
        }
        shape_of(
            shape.iter().zip(&n).map(|(s, &n)| s * n as usize).collect(),
            dtype,
        )
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,3], (2,)", "[2], (2,2)"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let mut repeats = args.ints(1)?.unwrap_or_default();
    while repeats.len() < args.tensor(0)?.ndim() {
        repeats.insert(0, 1);
    }
    call(&super::repeat::OP, (args.at(0), &repeats[..]).into())
}
