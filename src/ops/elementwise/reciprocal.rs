//! `torch.reciprocal(x)`

use crate::ops::prelude::*;

unary! {
    name: "reciprocal",
    summary: "1 divided by each element.",
    formula: r"y = 1 / x",
    derivative: r"-\bar{y} y^2",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.reciprocal.html",
    value: |x| x.recip(),
    saves: Output,
    gradient: |g, y| -g * y * y,
    backward: |g, y| ops::mul((&ops::neg(g)?, &ops::mul((y, y))?)),
    grad_fn: "ReciprocalBackward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
