//! `torch.asinh(x)`

use crate::ops::prelude::*;

unary! {
    name: "asinh",
    aliases: &["arcsinh"],
    summary: "The inverse hyperbolic sine of each element.",
    formula: r"y = \operatorname{arsinh} x",
    derivative: r"\bar{y} / \sqrt{x^2 + 1}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.asinh.html",
    value: |x| x.asinh(),
    saves: Input,
    gradient: |g, x| g * (x * x + 1.0).sqrt().recip(),
    backward: |g, x| ops::mul((g, &ops::rsqrt(&ops::add((&ops::mul((x, x))?, 1.0))?)?)),
    grad_fn: "AsinhBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
