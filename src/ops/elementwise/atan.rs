//! `torch.atan(x)`

use crate::ops::prelude::*;

unary! {
    name: "atan",
    aliases: &["arctan"],
    summary: "The arctangent of each element.",
    formula: r"y = \arctan x",
    derivative: r"\bar{y} / (1 + x^2)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.atan.html",
    value: |x| x.atan(),
    saves: Input,
    gradient: |g, x| g / (x * x + 1.0),
    backward: |g, x| ops::div((g, &ops::add((&ops::mul((x, x))?, 1.0))?)),
    grad_fn: "AtanBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
