//! `torch.erfinv(x)`

use crate::ops::prelude::*;

unary! {
    name: "erfinv",
    forms: Forms::ALL.and(Forms::SPECIAL),
    summary: "The inverse of the error function: inf at 1, nan beyond.",
    formula: r"\operatorname{erf} y = x",
    derivative: r"\frac{\sqrt{\pi}}{2} e^{y^2} \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.erfinv.html",
    value: |x| special::erfinv(x.to_f64()) as T,
    saves: Output,
    gradient: |g, y| g * (y * y).exp() / T::from_f64(std::f64::consts::FRAC_2_SQRT_PI),
    backward: |g, y| ops::mul((&ops::div((g, std::f64::consts::FRAC_2_SQRT_PI))?, &ops::exp(&ops::mul((y, y))?)?)),
    grad_fn: "ErfinvBackward0",
    examples: &["u[2,3]", "u[]", "[0]", "Tu[3,2]", "n[4]"],
}
