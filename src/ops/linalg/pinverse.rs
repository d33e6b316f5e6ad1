//! `torch.pinverse(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "pinverse",
    signature: "(input, rcond=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The same as torch.linalg.pinv.",
        formula: r"Y = A^+ = V \operatorname{diag}(1 / s_i) U^\top",
        gradients: &[(
            "input",
            r"-Y^\top \bar{Y} Y^\top + (I - A Y) \bar{Y}^\top Y Y^\top + Y^\top Y \bar{Y}^\top (I - Y A)",
        )],
        shape_rule: "(m x n) gives (n x m).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.pinverse.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(&super::linalg_pinv::OP, (args.at(0), args.at(1)).into())
}
