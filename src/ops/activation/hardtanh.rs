//! `F.hardtanh(x)`

use crate::ops::prelude::*;

unary! {
    name: "hardtanh",
    signature: "(input, min_val=-1.0, max_val=1.0, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "Cuts each element off at two borders.",
    formula: r"y = \min(\max(x, a), b)",
    derivative: r"\bar{y} \text{ where } a < x < b \text{, else } 0",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.hardtanh.html",
    numbers: [low @ 1 = -1.0, high @ 2 = 1.0],
    value: |x| if x < low { low } else if x > high { high } else { x },
    saves: Input,
    gradient: |g, x| if x <= low || x >= high { 0.0 } else { g },
    backward: |g, x| { let inside = ops::logical_and((&ops::gt((x, low))?, &ops::lt((x, high))?))?; ops::mul((g, &ops::to_dtype(&inside, g.dtype())?)) },
    grad_fn: "HardtanhBackward0",
    examples: &["[2,3]", "[5], -0.5, 0.25", "n[4]"],
}
