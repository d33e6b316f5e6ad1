//! `torch.log(x)`

use crate::ops::prelude::*;

unary! {
    name: "log",
    summary: "The natural logarithm of each element: -inf at 0, nan below.",
    formula: r"y = \ln x",
    derivative: r"\bar{y} / x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.log.html",
    value: |x| x.ln(),
    fast: crate::tensor::kernels::log_slice,
    saves: Input,
    gradient: |g, x| g / x,
    backward: |g, x| ops::div((g, x)),
    grad_fn: "LogBackward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
