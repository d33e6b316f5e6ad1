//! `F.mish(x)`

use crate::ops::prelude::*;

unary! {
    name: "mish",
    signature: "(input, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "Each element times the tanh of its softplus.",
    formula: r"y = x \tanh(\ln(1 + e^x))",
    derivative: r"\bar{y} \left( t + x \sigma(x) (1 - t^2) \right), \; t = \tanh(\ln(1 + e^x))",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.mish.html",
    value: |x| x * x.exp().ln_1p().tanh(),
    saves: Input,
    gradient: |g, x| { let t = x.exp().ln_1p().tanh(); let s = (1.0 + (-x).exp()).recip(); g * (t + x * s * (1.0 - t * t)) },
    backward: |g, x| { let t = ops::tanh(&ops::log1p(&ops::exp(x)?)?)?; let slope = ops::mul((&ops::mul((x, &ops::sigmoid(x)?))?, &ops::rsub((&ops::mul((&t, &t))?, 1.0))?))?; ops::mul((g, &ops::add((&t, &slope))?)) },
    grad_fn: "MishBackward0",
    lacks: ("mish_cpu", DType::INTEGERS),
    examples: &["[2,3]", "n[4]"],
}
