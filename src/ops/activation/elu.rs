//! `F.elu(x)`

use crate::ops::prelude::*;

unary! {
    name: "elu",
    signature: "(input, alpha=1.0, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "Exponential for negative elements, so that the mean is nearer to 0.",
    formula: r"y = x \text{ if } x > 0 \text{, else } \alpha (e^x - 1)",
    derivative: r"\bar{y} \text{ where } x > 0 \text{, else } \alpha e^x \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.elu.html",
    numbers: [alpha @ 1 = 1.0],
    value: |x| if x > 0.0 { x } else { alpha * x.exp_m1() },
    saves: Input,
    gradient: |g, x| if x <= 0.0 { g * alpha * x.exp() } else { g },
    backward: |g, x| ops::where_((&ops::le((x, 0))?, &ops::mul((&ops::mul((g, alpha))?, &ops::exp(x)?))?, g)),
    grad_fn: "EluBackward0",
    lacks: ("elu_cpu", DType::INTEGERS),
    examples: &["[2,3]", "[4], 0.5", "n[4]"],
}
