//! `torch.linalg.cond(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_cond",
    signature: "(A, p=None)",
    forms: Forms::LINALG,
    card: Card {
        summary: "The condition number: how much errors can grow when an equation is solved.",
        formula: "y = S_{max} / S_{min}",
        gradients: &[("A", r"\text{through the singular values}")],
        shape_rule: "The last two dimensions disappear.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.cond.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let s = ops::svdvals(args.tensor(0)?)?;
    call(
        &ops::elementwise::div::OP,
        (&ops::amax((&s, -1))?, &ops::amin((&s, -1))?).into(),
    )
}
