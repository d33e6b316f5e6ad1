//! `F.softsign(x)`

use crate::ops::prelude::*;

unary! {
    name: "softsign",
    forms: Forms::FUNCTIONAL,
    summary: "Squeezes each element between -1 and 1, slower than tanh.",
    formula: r"y = \frac{x}{1 + |x|}",
    derivative: r"\bar{y} / (1 + |x|)^2",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softsign.html",
    value: |x| x / (1.0 + x.abs()),
    saves: Input,
    gradient: |g, x| { let d = 1.0 + x.abs(); g / (d * d) },
    backward: |g, x| { let d = ops::add((&ops::abs(x)?, 1.0))?; ops::div((g, &ops::mul((&d, &d))?)) },
    grad_fn: "DivBackward0",
    examples: &["[2,3]", "n[4]"],
}
