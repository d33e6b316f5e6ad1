//! `torch.log10(x)`

use crate::ops::prelude::*;

unary! {
    name: "log10",
    summary: "The logarithm of each element to base 10.",
    formula: r"y = \log_{10} x",
    derivative: r"\bar{y} / (x \ln 10)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.log10.html",
    value: |x| x.log10(),
    saves: Input,
    gradient: |g, x| g / (x * T::from_f64(std::f64::consts::LN_10)),
    backward: |g, x| ops::div((g, &ops::mul((x, std::f64::consts::LN_10))?)),
    grad_fn: "Log10Backward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
