//! `torch.addmv(c, a, v)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "addmv",
    signature: "(input, mat, vec, *, beta=1, alpha=1)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The product of a matrix and a vector, plus a third operand.",
        formula: r"y = \beta c + \alpha A v",
        gradients: &[
            ("input", r"\beta \bar{y}"),
            ("mat", r"\alpha \bar{y} v^\top"),
            ("vec", r"\alpha A^\top \bar{y}"),
        ],
        shape_rule: "(n x k) and (k) give (n); the input is expanded to that.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.addmv.html",
    },
    shape: Some(|args| {
        let (a, dtype) = args.meta(1)?;
        shape_of(smallvec![a[0]], dtype)
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "AddmvBackward0",
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &["[2], [2,3], [3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let product = ops::mv((args.at(1), args.at(2)))?;
    let input = ops::mul((args.at(0), args.float(3, 1.0)?))?;
    call(
        &ops::elementwise::add::OP,
        (&input, &product, args.float(4, 1.0)?).into(),
    )
}
