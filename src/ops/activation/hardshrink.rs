//! `F.hardshrink(x)`

use crate::ops::prelude::*;

unary! {
    name: "hardshrink",
    signature: "(input, lambd=0.5)",
    forms: Forms::FUNCTIONAL.and(Forms::BOTH),
    summary: "Sets elements near 0 to 0.",
    formula: r"y = x \text{ if } |x| > \lambda \text{, else } 0",
    derivative: r"\bar{y} \text{ where } |x| > \lambda \text{, else } 0",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.hardshrink.html",
    numbers: [lambd @ 1 = 0.5],
    value: |x| if x.abs() <= lambd { 0.0 } else { x },
    saves: Input,
    gradient: |g, x| if x.abs() <= lambd { 0.0 } else { g },
    backward: |g, x| ops::mul((g, &ops::to_dtype(&ops::gt((&ops::abs(x)?, lambd))?, g.dtype())?)),
    grad_fn: "HardshrinkBackward0",
    lacks: ("hardshrink_cpu", DType::INTEGERS),
    examples: &["[2,3]", "[4], 0.2"],
}
