//! `torch.tanh(x)`

use crate::ops::prelude::*;

unary! {
    name: "tanh",
    summary: "The hyperbolic tangent of each element: an S between -1 and 1.",
    formula: r"y = \tanh x",
    derivative: r"\bar{y} (1 - y^2)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.tanh.html",
    value: |x| x.tanh(),
    fast: crate::tensor::kernels::tanh_slice,
    saves: Output,
    gradient: |g, y| g * (1.0 - y * y),
    fast_gradient: |g, y| g * (F32x4::splat(1.0) - y * y),
    backward: |g, y| ops::mul((g, &ops::rsub((&ops::mul((y, y))?, 1.0))?)),
    grad_fn: "TanhBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
