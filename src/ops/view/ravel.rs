//! `x.ravel()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "ravel",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "All elements in one dimension; a view where the strides allow it.",
        formula: r"y = x \text{, read row by row}",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "One size: the number of elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.ravel.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(smallvec![numel(&shape)], dtype)
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "[]", "T[3,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(&super::reshape::OP, (args.at(0), -1).into())
}
