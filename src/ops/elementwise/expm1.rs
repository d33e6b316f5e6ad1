//! `torch.expm1(x)`

use crate::ops::prelude::*;

unary! {
    name: "expm1",
    summary: "e to the power of each element, minus 1, exact near 0.",
    formula: r"y = e^x - 1",
    derivative: r"\bar{y} (y + 1)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.expm1.html",
    value: |x| x.exp_m1(),
    saves: Output,
    gradient: |g, y| g * (y + 1.0),
    backward: |g, y| ops::mul((g, &ops::add((y, 1.0))?)),
    grad_fn: "Expm1Backward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
