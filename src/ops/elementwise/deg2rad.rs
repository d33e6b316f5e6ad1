//! `torch.deg2rad(x)`

use crate::ops::prelude::*;

unary! {
    name: "deg2rad",
    summary: "Degrees to radians.",
    formula: r"y = \frac{\pi}{180} x",
    derivative: r"\frac{\pi}{180} \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.deg2rad.html",
    value: |x| x.to_radians(),
    saves: Input,
    gradient: |g, _x| g.to_radians(),
    backward: |g, _x| ops::mul((g, std::f64::consts::PI / 180.0)),
    grad_fn: "Deg2RadBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
