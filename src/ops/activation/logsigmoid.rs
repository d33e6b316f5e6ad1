//! `F.logsigmoid(x)`

use crate::ops::prelude::*;

unary! {
    name: "logsigmoid",
    forms: Forms::FUNCTIONAL,
    summary: "The logarithm of the sigmoid, exact for large negative elements.",
    formula: r"y = \ln \sigma(x)",
    derivative: r"\bar{y} (1 - \sigma(x))",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.logsigmoid.html",
    value: |x| x.min(0.0) - (-x.abs()).exp().ln_1p(),
    saves: Input,
    gradient: |g, x| g / (1.0 + x.exp()),
    backward: |g, x| ops::mul((g, &ops::sigmoid(&ops::neg(x)?)?)),
    grad_fn: "LogSigmoidBackward0",
    lacks: ("log_sigmoid_cpu", DType::INTEGERS),
    examples: &["[2,3]", "f[4]"],
}
