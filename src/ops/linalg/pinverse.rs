//! `torch.pinverse(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "pinverse",
    signature: "(input, rcond=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The same as torch.linalg.pinv.",
        formula: r"Y = \text{pinv}(A)",
        gradients: &[("input", r"\text{as there}")],
        shape_rule: "As there.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.pinverse.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(&super::linalg_pinv::OP, (args.at(0), args.at(1)).into())
}
