//! `F.softshrink(x)`

use crate::ops::prelude::*;

unary! {
    name: "softshrink",
    signature: "(input, lambd=0.5)",
    forms: Forms::FUNCTIONAL,
    summary: "Moves each element towards 0 by lambda.",
    formula: r"y = \operatorname{sgn}(x) \max(|x| - \lambda, 0)",
    derivative: r"\bar{y} \text{ where } |x| > \lambda \text{, else } 0",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softshrink.html",
    numbers: [lambd @ 1 = 0.5],
    value: |x| if x > lambd { x - lambd } else if x < -lambd { x + lambd } else { x * 0.0 },
    saves: Input,
    gradient: |g, x| if x.abs() <= lambd { 0.0 } else { g },
    backward: |g, x| ops::mul((g, &ops::to_dtype(&ops::gt((&ops::abs(x)?, lambd))?, g.dtype())?)),
    grad_fn: "SoftshrinkBackward0",
    lacks: ("softshrink_check", DType::INTEGERS),
    examples: &["[2,3]", "[4], 0.2"],
}
