//! `torch.erfc(x)`

use crate::ops::prelude::*;

unary! {
    name: "erfc",
    forms: Forms::ALL.and(Forms::SPECIAL),
    summary: "1 minus the error function of each element, exact for large ones.",
    formula: r"y = 1 - \operatorname{erf} x",
    derivative: r"-\frac{2}{\sqrt{\pi}} e^{-x^2} \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.erfc.html",
    value: |x| special::erfc(x.to_f64()) as T,
    saves: Input,
    gradient: |g, x| -g * T::from_f64(std::f64::consts::FRAC_2_SQRT_PI) * (-x * x).exp(),
    backward: |g, x| ops::mul((&ops::mul((g, -std::f64::consts::FRAC_2_SQRT_PI))?, &ops::exp(&ops::neg(&ops::mul((x, x))?)?)?)),
    grad_fn: "ErfcBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
