//! `F.hardswish(x)`

use crate::ops::prelude::*;

unary! {
    name: "hardswish",
    signature: "(input, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "Each element times its hardsigmoid.",
    formula: r"y = x \cdot \operatorname{hardsigmoid}(x)",
    derivative: r"\bar{y} (\tfrac{x}{3} + \tfrac{1}{2}) \text{ where } -3 < x < 3 \text{, } \bar{y} \text{ above}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.hardswish.html",
    value: |x| if x <= -3.0 { 0.0 } else if x >= 3.0 { x } else { x * (x + 3.0) / 6.0 },
    saves: Input,
    gradient: |g, x| if x <= -3.0 { 0.0 } else if x >= 3.0 { g } else { g * (x / 3.0 + 0.5) },
    backward: |g, x| { let middle = ops::mul((g, &ops::add((&ops::div((x, 3.0))?, 0.5))?))?; let zero = ops::zeros_like(g)?; let above = ops::where_((&ops::ge((x, 3))?, g, &middle))?; ops::where_((&ops::le((x, -3))?, &zero, &above)) },
    grad_fn: "HardswishBackward0",
    lacks: ("hardswish_cpu", DType::INTEGERS),
    examples: &["[2,3]"],
}
