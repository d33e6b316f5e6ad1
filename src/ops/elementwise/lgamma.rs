//! `torch.lgamma(x)`

use crate::ops::prelude::*;

unary! {
    name: "lgamma",
    summary: "The logarithm of the absolute value of the gamma function.",
    formula: r"y = \ln |\Gamma(x)|",
    derivative: r"\bar{y} \, \psi(x)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.lgamma.html",
    value: |x| special::lgamma(x.to_f64()) as T,
    saves: Input,
    gradient: |g, x| g * special::digamma(x.to_f64()) as T,
    backward: |g, x| ops::mul((g, &ops::digamma(x)?)),
    grad_fn: "LgammaBackward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
