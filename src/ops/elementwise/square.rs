//! `torch.square(x)`

use crate::ops::prelude::*;

unary! {
    name: "square",
    summary: "The square of each element.",
    formula: r"y = x^2",
    derivative: r"2 x \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.square.html",
    value: |x| x * x,
    integers: |i| i.wrapping_mul(i),
    saves: Input,
    gradient: |g, x| g * (2.0 * x),
    fast_gradient: |g, x| g * (F32x4::splat(2.0) * x),
    backward: |g, x| ops::mul((g, &ops::mul((x, 2.0))?)),
    grad_fn: "PowBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
