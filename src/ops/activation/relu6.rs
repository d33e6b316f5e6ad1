//! `F.relu6(x)`

use crate::ops::prelude::*;

unary! {
    name: "relu6",
    signature: "(input, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "ReLU cut off at 6.",
    formula: r"y = \min(\max(x, 0), 6)",
    derivative: r"\bar{y} \text{ where } 0 < x < 6 \text{, else } 0",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.relu6.html",
    value: |x| x.clamp(0.0, 6.0),
    saves: Input,
    gradient: |g, x| if x <= 0.0 || x >= 6.0 { 0.0 } else { g },
    backward: |g, x| { let inside = ops::logical_and((&ops::gt((x, 0))?, &ops::lt((x, 6))?))?; ops::mul((g, &ops::to_dtype(&inside, g.dtype())?)) },
    grad_fn: "HardtanhBackward0",
    examples: &["[2,3]", "n[4]"],
}
