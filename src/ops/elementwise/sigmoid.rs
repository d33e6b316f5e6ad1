//! `torch.sigmoid(x)`

use crate::ops::prelude::*;

unary! {
    name: "sigmoid",
    aliases: &["expit"],
    forms: Forms::ALL.and(Forms::FUNCTIONAL).and(Forms::SPECIAL),
    summary: "Squeezes each element between 0 and 1.",
    formula: r"y = \frac{1}{1 + e^{-x}}",
    derivative: r"\bar{y} \, y (1 - y)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.sigmoid.html",
    value: |x| (1.0 + (-x).exp()).recip(),
    fast: crate::tensor::kernels::sigmoid_slice,
    saves: Output,
    gradient: |g, y| g * (1.0 - y) * y,
    fast_gradient: |g, y| g * (F32x4::splat(1.0) - y) * y,
    backward: |g, y| ops::mul((&ops::mul((g, &ops::rsub((y, 1.0))?))?, y)),
    grad_fn: "SigmoidBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
