//! `F.tanhshrink(x)`

use crate::ops::prelude::*;

unary! {
    name: "tanhshrink",
    forms: Forms::FUNCTIONAL,
    summary: "Each element minus its tanh.",
    formula: r"y = x - \tanh x",
    derivative: r"\bar{y} \tanh^2 x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.tanhshrink.html",
    value: |x| x - x.tanh(),
    saves: Input,
    gradient: |g, x| g * x.tanh() * x.tanh(),
    backward: |g, x| { let t = ops::tanh(x)?; ops::mul((g, &ops::mul((&t, &t))?)) },
    grad_fn: "SubBackward0",
    examples: &["[2,3]", "n[4]"],
}
