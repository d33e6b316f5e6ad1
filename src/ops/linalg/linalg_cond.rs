//! `torch.linalg.cond(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_cond",
    signature: "(A, p=None)",
    forms: Forms::LINALG,
    card: Card {
        summary: "The condition number: how much errors can grow when an equation is solved. Without p the greatest singular value by the least.",
        formula: r"y = s_1 / s_k, \quad y = \| A \|_p \| A^{-1} \|_p \text{ for other } p",
        gradients: &[(
            "A",
            r"\frac{\bar{y}}{s_k} \left( u_1 v_1^\top - y \, u_k v_k^\top \right)",
        )],
        shape_rule: "The last two dimensions disappear.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.cond.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3,3]", "[2,3]", "[3,3], -2", "[3,3], 'fro'", "[2,2], 'nuc'"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let a = args.tensor(0)?;
    let by_singular_values = match args.at(1) {
        Arg::None => Some(false),
        Arg::Str(_) => None,
        _ => [(2.0, false), (-2.0, true)]
            .into_iter()
            .find(|(p, _)| args.float(1, 2.0).is_ok_and(|given| given == *p))
            .map(|(_, turned)| turned),
    };
    let (above, below) = match by_singular_values {
        Some(turned) => {
            let s = ops::svdvals(a)?;
            let (greatest, least) = (ops::amax((&s, -1))?, ops::amin((&s, -1))?);
            if turned { (least, greatest) } else { (greatest, least) }
        }
        None => {
            let inverse = ops::inv(a)?;
            let norm = |x: &Tensor| ops::linalg_matrix_norm((x, args.at(1)));
            return call(&ops::elementwise::mul::OP, (&norm(a)?, &norm(&inverse)?).into());
        }
    };
    call(&ops::elementwise::div::OP, (&above, &below).into())
}
