//! `torch.linalg.pinv(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_pinv",
    aliases: &["pinverse"],
    signature: "(A, *, rtol=None)",
    forms: Forms::LINALG.and(Forms::BOTH),
    card: Card {
        summary: "The pseudoinverse: of all matrices X the one for which A X A = A with the smallest elements.",
        formula: r"Y = A^+ = V \operatorname{diag}(1 / s_i) U^\top",
        gradients: &[(
            "A",
            r"-Y^\top \bar{Y} Y^\top + (I - A Y) \bar{Y}^\top Y Y^\top + Y^\top Y \bar{Y}^\top (I - Y A)",
        )],
        shape_rule: "(m x n) gives (n x m).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.pinv.html",
    },
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "LinalgPinvBackward0",
    saves: &[Save::Input(0)],
    examples: &["[3,2]", "[2,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let a = args.tensor(0)?;
    let parts = call(&ops::linalg::svd_::OP, (a, false).into())?;
    let (u, s, vh) = (&parts[0], &parts[1], &parts[2]);
    let epsilon = if s.dtype() == DType::F32 {
        f64::from(f32::EPSILON)
    } else {
        f64::EPSILON
    };
    let size = a.shape().iter().rev().take(2).copied().max().unwrap_or(1);
    let tolerance = args.float(1, epsilon * size as f64)?;
    // Singular values that are zero but for rounding are left out.
    let largest = s.array().to_f64_vec().into_iter().fold(0.0, f64::max);
    let kept = ops::to_dtype(&ops::gt((s, tolerance * largest))?, s.dtype())?;
    let safe = ops::add((s, &ops::rsub((&kept, 1.0))?))?;
    let inverse = ops::mul((&ops::reciprocal(&safe)?, &kept))?;
    let scaled = ops::mul((&ops::mT(vh)?, &ops::unsqueeze((&inverse, -2))?))?;
    call(&ops::matmul::matmul::OP, (&scaled, &ops::mT(u)?).into())
}
