//! `F.threshold(x)`

use crate::ops::prelude::*;

unary! {
    name: "threshold",
    signature: "(input, threshold, value, inplace=False)",
    forms: Forms::FUNCTIONAL.and(Forms::FUNCTION),
    summary: "Replaces elements that are not above a threshold.",
    formula: r"y = x \text{ if } x > t \text{, else } v",
    derivative: r"\bar{y} \text{ where } x > t \text{, else } 0",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.threshold.html",
    numbers: [t @ 1 = 0.0, v @ 2 = 0.0],
    value: |x| if x <= t { v } else { x },
    saves: Input,
    gradient: |g, x| if x <= t { v * 0.0 } else { g },
    backward: |g, x| { let _ = v; ops::mul((g, &ops::to_dtype(&ops::gt((x, t))?, g.dtype())?)) },
    grad_fn: "ThresholdBackward0",
    examples: &["[2,3], 0.1, 20.0"],
}
