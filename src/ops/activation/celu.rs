//! `F.celu(x)`

use crate::ops::prelude::*;

unary! {
    name: "celu",
    signature: "(input, alpha=1.0, inplace=False)",
    forms: Forms::FUNCTIONAL.and(Forms::FUNCTION),
    summary: "A smooth ELU.",
    formula: r"y = \max(0, x) + \min(0, \alpha (e^{x / \alpha} - 1))",
    derivative: r"\bar{y} \text{ where } x > 0 \text{, else } e^{x / \alpha} \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.celu.html",
    numbers: [alpha @ 1 = 1.0],
    value: |x| if x > 0.0 { x } else { alpha * (x / alpha).exp_m1() },
    saves: Input,
    gradient: |g, x| if x <= 0.0 { g * (x / alpha).exp() } else { g },
    backward: |g, x| ops::where_((&ops::le((x, 0))?, &ops::mul((g, &ops::exp(&ops::div((x, alpha))?)?))?, g)),
    grad_fn: "CeluBackward0",
    lacks: ("elu_cpu", DType::INTEGERS),
    examples: &["[2,3]", "[4], 0.5", "n[4]"],
}
