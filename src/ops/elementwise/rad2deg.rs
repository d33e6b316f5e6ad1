//! `torch.rad2deg(x)`

use crate::ops::prelude::*;

unary! {
    name: "rad2deg",
    summary: "Radians to degrees.",
    formula: r"y = \frac{180}{\pi} x",
    derivative: r"\frac{180}{\pi} \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.rad2deg.html",
    value: |x| x.to_degrees(),
    saves: Input,
    gradient: |g, _x| g.to_degrees(),
    backward: |g, _x| ops::mul((g, 180.0 / std::f64::consts::PI)),
    grad_fn: "Rad2DegBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
