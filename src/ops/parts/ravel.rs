//! `x.ravel()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "ravel",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "All elements in a row, without copying where possible.",
        formula: r"y = x \text{, read row by row}",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "One dimension.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.ravel.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "T[2,3]", "[]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(&ops::view::reshape::OP, (args.tensor(0)?, &[-1i64][..]).into())
}
