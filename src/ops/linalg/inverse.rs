//! `torch.inverse(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "inverse",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The same as torch.linalg.inv.",
        formula: "Y = A^{-1}",
        gradients: &[("input", r"-Y^\top \bar{Y} Y^\top")],
        shape_rule: "As the input: square matrices, perhaps in batches.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.inverse.html",
    },
    forward: Forward::Composite(compose),
    examples: &["p[2,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(&super::linalg_inv::OP, (args.at(0), args.at(1)).into())
}
