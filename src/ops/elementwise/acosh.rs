//! `torch.acosh(x)`

use crate::ops::prelude::*;

unary! {
    name: "acosh",
    aliases: &["arccosh"],
    summary: "The inverse hyperbolic cosine of each element: nan below 1.",
    formula: r"y = \operatorname{arcosh} x",
    derivative: r"\bar{y} / \sqrt{x^2 - 1}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.acosh.html",
    value: |x| x.acosh(),
    saves: Input,
    gradient: |g, x| g * (x * x - 1.0).sqrt().recip(),
    backward: |g, x| ops::mul((g, &ops::rsqrt(&ops::sub((&ops::mul((x, x))?, 1.0))?)?)),
    grad_fn: "AcoshBackward0",
    examples: &["f[3]", "n[4]", "[0]"],
}
