//! `torch.digamma(x)`

use crate::ops::prelude::*;

unary! {
    name: "digamma",
    forms: Forms::ALL.and(Forms::SPECIAL),
    summary: "The derivative of the logarithm of the gamma function.",
    formula: r"y = \psi(x) = \frac{d}{dx} \ln \Gamma(x)",
    derivative: r"\bar{y} \, \psi'(x)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.digamma.html",
    value: |x| special::digamma(x.to_f64()) as T,
    saves: Input,
    gradient: |g, x| g * special::trigamma(x.to_f64()) as T,
    backward: |g, x| ops::mul((g, &Tensor::new(dispatch_real!(x.dtype(), T => map::<T, T>(&x.array(), |x| special::trigamma(x.to_f64()) as T)?, _ => unreachable!("floating point"))))),
    grad_fn: "DigammaBackward0",
    examples: &["fp[3]", "n[4]", "[0]"],
}
