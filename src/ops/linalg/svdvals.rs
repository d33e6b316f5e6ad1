//! `torch.linalg.svdvals(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_svdvals",
    signature: "(A)",
    forms: Forms::LINALG,
    card: Card {
        summary: "Singular values, descending.",
        formula: r"s_i = \sqrt{\lambda_i(A^\top A)}",
        gradients: &[("A", r"U \operatorname{diag}(\bar{s}) V^\top")],
        shape_rule: "The smaller of the last two sizes in place of both.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.svdvals.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3,2]", "[2,2,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let parts = call(&ops::linalg::svd_::OP, (args.tensor(0)?, false).into())?;
    Ok(smallvec![parts[1].clone()])
}
