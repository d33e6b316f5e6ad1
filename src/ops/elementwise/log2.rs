//! `torch.log2(x)`

use crate::ops::prelude::*;

unary! {
    name: "log2",
    summary: "The logarithm of each element to base 2.",
    formula: r"y = \log_{2} x",
    derivative: r"\bar{y} / (x \ln 2)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.log2.html",
    value: |x| x.log2(),
    saves: Input,
    gradient: |g, x| g / (x * T::from_f64(std::f64::consts::LN_2)),
    backward: |g, x| ops::div((g, &ops::mul((x, std::f64::consts::LN_2))?)),
    grad_fn: "Log2Backward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
