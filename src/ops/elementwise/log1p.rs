//! `torch.log1p(x)`

use crate::ops::prelude::*;

unary! {
    name: "log1p",
    summary: "The natural logarithm of 1 plus each element, exact near 0.",
    formula: r"y = \ln(1 + x)",
    derivative: r"\bar{y} / (1 + x)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.log1p.html",
    value: |x| x.ln_1p(),
    saves: Input,
    gradient: |g, x| g / (x + 1.0),
    backward: |g, x| ops::div((g, &ops::add((x, 1.0))?)),
    grad_fn: "Log1PBackward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
