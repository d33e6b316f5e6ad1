//! `torch.linalg.eigvalsh(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_eigvalsh",
    signature: "(A, UPLO='L')",
    forms: Forms::LINALG,
    card: Card {
        summary: "Eigenvalues of symmetric matrices, ascending.",
        formula: r"A = V \operatorname{diag}(\lambda) V^\top",
        gradients: &[("A", r"V \operatorname{diag}(\bar{\lambda}) V^\top")],
        shape_rule: "The last dimension disappears.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.eigvalsh.html",
    },
    forward: Forward::Composite(compose),
    examples: &["df[3,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let mut both = call(&ops::linalg::eigh::OP, (args.tensor(0)?, args.at(1)).into())?;
    both.truncate(1);
    Ok(both)
}
