//! `torch.atanh(x)`

use crate::ops::prelude::*;

unary! {
    name: "atanh",
    aliases: &["arctanh"],
    summary: "The inverse hyperbolic tangent of each element.",
    formula: r"y = \operatorname{artanh} x",
    derivative: r"\bar{y} / (1 - x^2)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.atanh.html",
    value: |x| x.atanh(),
    saves: Input,
    gradient: |g, x| g / (1.0 - x * x),
    backward: |g, x| ops::div((g, &ops::rsub((&ops::mul((x, x))?, 1.0))?)),
    grad_fn: "AtanhBackward0",
    examples: &["u[2,3]", "u[]", "[0]", "Tu[3,2]", "n[4]"],
}
