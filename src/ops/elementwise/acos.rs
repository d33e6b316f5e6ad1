//! `torch.acos(x)`

use crate::ops::prelude::*;

unary! {
    name: "acos",
    aliases: &["arccos"],
    summary: "The arccosine of each element.",
    formula: r"y = \arccos x",
    derivative: r"-\bar{y} / \sqrt{1 - x^2}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.acos.html",
    value: |x| x.acos(),
    saves: Input,
    gradient: |g, x| -g * (1.0 - x * x).sqrt().recip(),
    backward: |g, x| ops::mul((&ops::neg(g)?, &ops::rsqrt(&ops::rsub((&ops::mul((x, x))?, 1.0))?)?)),
    grad_fn: "AcosBackward0",
    examples: &["u[2,3]", "u[]", "[0]", "Tu[3,2]", "n[4]"],
}
