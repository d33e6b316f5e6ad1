//! `F.silu(x)`

use crate::ops::prelude::*;

unary! {
    name: "silu",
    signature: "(input, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "Each element times its sigmoid (swish).",
    formula: r"y = x \, \sigma(x)",
    derivative: r"\bar{y} \, \sigma(x) (1 + x (1 - \sigma(x)))",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.silu.html",
    value: |x| x / (1.0 + (-x).exp()),
    fast: crate::tensor::kernels::silu_slice,
    saves: Input,
    gradient: |g, x| { let s = (1.0 + (-x).exp()).recip(); g * s * (1.0 + x * (1.0 - s)) },
    backward: |g, x| { let s = ops::sigmoid(x)?; let inner = ops::add((&ops::mul((x, &ops::rsub((&s, 1.0))?))?, 1.0))?; ops::mul((g, &ops::mul((&s, &inner))?)) },
    grad_fn: "SiluBackward0",
    lacks: ("silu_cpu", DType::INTEGERS),
    examples: &["[2,3]", "n[4]"],
}
