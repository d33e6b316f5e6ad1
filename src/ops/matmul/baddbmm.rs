//! `torch.baddbmm(c, a, b)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "baddbmm",
    signature: "(input, batch1, batch2, *, beta=1, alpha=1)",
    forms: Forms::ALL,
    card: Card {
        summary: "The products of two batches of matrices, plus a third operand.",
        formula: r"y_b = \beta C_b + \alpha A_b D_b",
        gradients: &[
            ("input", r"\beta \bar{y} \text{, summed over what was expanded}"),
            ("batch1", r"\alpha \bar{y}_b D_b^\top"),
            ("batch2", r"\alpha A_b^\top \bar{y}_b"),
        ],
        shape_rule: "(b x n x k) and (b x k x m) give (b x n x m); the input is expanded to that.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.baddbmm.html",
    },
    shape: Some(|args| {
        let (a, dtype) = args.meta(1)?;
        shape_of(smallvec![a[0], a[1], args.shape(2)?[2]], dtype)
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "BaddbmmBackward0",
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &[
        "[2,2,2], [2,2,3], [2,3,2]",
        "[2], [2,2,3], [2,3,2], beta=0.5, alpha=2.0",
    ],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let product = ops::bmm((args.at(1), args.at(2)))?;
    let (beta, alpha) = (args.float(3, 1.0)?, args.float(4, 1.0)?);
    let input = ops::mul((args.at(0), beta))?;
    call(&ops::elementwise::add::OP, (&input, &product, alpha).into())
}
