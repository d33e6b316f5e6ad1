//! `torch.exp2(x)`

use crate::ops::prelude::*;

unary! {
    name: "exp2",
    summary: "2 to the power of each element.",
    formula: r"y = 2^x",
    derivative: r"\bar{y} \cdot y \ln 2",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.exp2.html",
    value: |x| x.exp2(),
    saves: Output,
    gradient: |g, y| g * y * T::from_f64(std::f64::consts::LN_2),
    backward: |g, y| ops::mul((&ops::mul((g, y))?, std::f64::consts::LN_2)),
    grad_fn: "Exp2Backward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
