//! `torch.tan(x)`

use crate::ops::prelude::*;

unary! {
    name: "tan",
    summary: "The tangent of each element, in radians.",
    formula: r"y = \tan x",
    derivative: r"\bar{y} (1 + y^2)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.tan.html",
    value: |x| x.tan(),
    saves: Output,
    gradient: |g, y| g * (1.0 + y * y),
    backward: |g, y| ops::mul((g, &ops::add((&ops::mul((y, y))?, 1.0))?)),
    grad_fn: "TanBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
