//! `torch.cos(x)`

use crate::ops::prelude::*;

unary! {
    name: "cos",
    summary: "The cosine of each element, in radians.",
    formula: r"y = \cos x",
    derivative: r"-\bar{y} \sin x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.cos.html",
    value: |x| x.cos(),
    saves: Input,
    gradient: |g, x| g * -x.sin(),
    backward: |g, x| ops::mul((g, &ops::neg(&ops::sin(x)?)?)),
    grad_fn: "CosBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
