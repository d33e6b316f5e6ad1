//! `F.softplus(x)`

use crate::ops::prelude::*;

unary! {
    name: "softplus",
    signature: "(input, beta=1.0, threshold=20.0)",
    forms: Forms::FUNCTIONAL,
    summary: "A smooth ReLU; linear where beta x is above the threshold.",
    formula: r"y = \frac{1}{\beta} \ln(1 + e^{\beta x})",
    derivative: r"\bar{y} \, \sigma(\beta x)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softplus.html",
    numbers: [beta @ 1 = 1.0, threshold @ 2 = 20.0],
    value: |x| if x * beta > threshold { x } else { (x * beta).exp().ln_1p() / beta },
    saves: Input,
    gradient: |g, x| if x * beta > threshold { g } else { g / (1.0 + (-x * beta).exp()) },
    backward: |g, x| { let _ = threshold; ops::mul((g, &ops::sigmoid(&ops::mul((x, beta))?)?)) },
    grad_fn: "SoftplusBackward0",
    lacks: ("softplus_cpu", DType::INTEGERS),
    examples: &["[2,3]", "[4], 2.0", "n[4]"],
}
