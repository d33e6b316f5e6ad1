//! `torch.erf(x)`

use crate::ops::prelude::*;

unary! {
    name: "erf",
    forms: Forms::ALL.and(Forms::SPECIAL),
    summary: "The error function of each element.",
    formula: r"y = \frac{2}{\sqrt{\pi}} \int_0^x e^{-t^2} dt",
    derivative: r"\frac{2}{\sqrt{\pi}} e^{-x^2} \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.erf.html",
    value: |x| special::erf(x.to_f64()) as T,
    fast: crate::tensor::kernels::erf_slice,
    saves: Input,
    gradient: |g, x| g * T::from_f64(std::f64::consts::FRAC_2_SQRT_PI) * (-x * x).exp(),
    backward: |g, x| ops::mul((&ops::mul((g, std::f64::consts::FRAC_2_SQRT_PI))?, &ops::exp(&ops::neg(&ops::mul((x, x))?)?)?)),
    grad_fn: "ErfBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
