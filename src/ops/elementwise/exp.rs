//! `torch.exp(x)`

use crate::ops::prelude::*;

unary! {
    name: "exp",
    summary: "e to the power of each element.",
    formula: r"y = e^x",
    derivative: r"\bar{y} \cdot y",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.exp.html",
    value: |x| x.exp(),
    fast: crate::tensor::kernels::exp_slice,
    saves: Output,
    gradient: |g, y| g * y,
    fast_gradient: |g, y| g * y,
    backward: |g, y| ops::mul((g, y)),
    grad_fn: "ExpBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
