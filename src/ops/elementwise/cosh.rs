//! `torch.cosh(x)`

use crate::ops::prelude::*;

unary! {
    name: "cosh",
    summary: "The hyperbolic cosine of each element.",
    formula: r"y = \cosh x",
    derivative: r"\bar{y} \sinh x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.cosh.html",
    value: |x| x.cosh(),
    saves: Input,
    gradient: |g, x| g * x.sinh(),
    backward: |g, x| ops::mul((g, &ops::sinh(x)?)),
    grad_fn: "CoshBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
