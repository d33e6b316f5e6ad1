//! `torch.take_along_dim(x, index, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "take_along_dim",
    signature: "(input, indices, dim=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Picks an element for each place of the index along one dimension, broadcasting the others.",
        formula: "y_{ij} = x_{i k_{ij}}",
        gradients: &[("input", r"\bar{x}_{ik} = \sum_{j: k_{ij} = k} \bar{y}_{ij}")],
        shape_rule: "The shape of the index, broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.take_along_dim.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3,4], i4[3,2], 1", "[3,4], i4[1,2], 1", "[4], i4[2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (input, index) = (args.tensor(0)?, args.tensor(1)?);
    if !args.has(2) {
        let (input, index) = (ops::reshape((input, -1))?, ops::reshape((index, -1))?);
        return call(&super::gather::OP, (&input, 0, &index).into());
    }
    let dim = args.dim(2, 0, input.ndim())?;
    let (mut a, mut b) = (input.shape(), index.shape());
    let (own, wanted) = (
        std::mem::replace(&mut a[dim], 1),
        std::mem::replace(&mut b[dim], 1),
    );
    let mut common = broadcast("take_along_dim", &a, &b)?;
    common[dim] = own;
    let input = ops::expand((input, &common))?;
    common[dim] = wanted;
    call(
        &super::gather::OP,
        (&input, dim, &ops::expand((index, &common))?).into(),
    )
}
