//! `torch.sin(x)`

use crate::ops::prelude::*;

unary! {
    name: "sin",
    summary: "The sine of each element, in radians.",
    formula: r"y = \sin x",
    derivative: r"\bar{y} \cos x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.sin.html",
    value: |x| x.sin(),
    saves: Input,
    gradient: |g, x| g * x.cos(),
    backward: |g, x| ops::mul((g, &ops::cos(x)?)),
    grad_fn: "SinBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
