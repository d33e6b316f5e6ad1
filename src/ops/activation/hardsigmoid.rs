//! `F.hardsigmoid(x)`

use crate::ops::prelude::*;

unary! {
    name: "hardsigmoid",
    signature: "(input, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "A piecewise linear sigmoid.",
    formula: r"y = \min(\max(\tfrac{x}{6} + \tfrac{1}{2}, 0), 1)",
    derivative: r"\bar{y} / 6 \text{ where } -3 < x < 3 \text{, else } 0",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.hardsigmoid.html",
    value: |x| if x <= -3.0 { 0.0 } else if x >= 3.0 { 1.0 } else { x / 6.0 + 0.5 },
    saves: Input,
    gradient: |g, x| if x > -3.0 && x < 3.0 { g / 6.0 } else { 0.0 },
    backward: |g, x| { let inside = ops::lt((&ops::abs(x)?, 3))?; ops::div((&ops::mul((g, &ops::to_dtype(&inside, g.dtype())?))?, 6.0)) },
    grad_fn: "HardsigmoidBackward0",
    lacks: ("hardsigmoid_cpu", DType::INTEGERS),
    examples: &["[2,3]"],
}
