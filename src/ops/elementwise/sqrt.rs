//! `torch.sqrt(x)`

use crate::ops::prelude::*;

unary! {
    name: "sqrt",
    summary: "The square root of each element: nan below 0. Its gradient is inf at 0.",
    formula: r"y = \sqrt{x}",
    derivative: r"\bar{y} / (2 y)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.sqrt.html",
    value: |x| x.sqrt(),
    saves: Output,
    gradient: |g, y| g / (2.0 * y),
    backward: |g, y| ops::div((g, &ops::mul((y, 2.0))?)),
    grad_fn: "SqrtBackward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
