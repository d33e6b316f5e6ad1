//! `torch.linalg.matrix_rank(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_matrix_rank",
    signature: "(A, *, tol=None)",
    forms: Forms::LINALG,
    card: Card {
        summary: "How many singular values are not zero but for rounding.",
        formula: r"y = |\{i: s_i > \epsilon\}|",
        gradients: &[],
        shape_rule: "The last two dimensions disappear; int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.matrix_rank.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3,2]", "f[2,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let a = args.tensor(0)?.detach();
    let s = ops::svdvals(&a)?;
    let epsilon = if s.dtype() == DType::F32 {
        f64::from(f32::EPSILON)
    } else {
        f64::EPSILON
    };
    let size = a.shape().iter().rev().take(2).copied().max().unwrap_or(1);
    let limit = if args.has(1) {
        ops::to_dtype(&Tensor::scalar(args.float(1, 0.0)?), s.dtype())?
    } else {
        ops::mul((&ops::amax((&s, -1, true))?, epsilon * size as f64))?
    };
    call(&ops::reduce::sum::OP, (&ops::gt((&s, &limit))?, -1).into())
}
