//! `torch.asin(x)`

use crate::ops::prelude::*;

unary! {
    name: "asin",
    aliases: &["arcsin"],
    summary: "The arcsine of each element.",
    formula: r"y = \arcsin x",
    derivative: r"\bar{y} / \sqrt{1 - x^2}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.asin.html",
    value: |x| x.asin(),
    saves: Input,
    gradient: |g, x| g * (1.0 - x * x).sqrt().recip(),
    backward: |g, x| ops::mul((g, &ops::rsqrt(&ops::rsub((&ops::mul((x, x))?, 1.0))?)?)),
    grad_fn: "AsinBackward0",
    examples: &["u[2,3]", "u[]", "[0]", "Tu[3,2]", "n[4]"],
}
