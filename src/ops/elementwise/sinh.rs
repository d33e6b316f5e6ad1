//! `torch.sinh(x)`

use crate::ops::prelude::*;

unary! {
    name: "sinh",
    summary: "The hyperbolic sine of each element.",
    formula: r"y = \sinh x",
    derivative: r"\bar{y} \cosh x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.sinh.html",
    value: |x| x.sinh(),
    saves: Input,
    gradient: |g, x| g * x.cosh(),
    backward: |g, x| ops::mul((g, &ops::cosh(x)?)),
    grad_fn: "SinhBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
