//! `torch.rsqrt(x)`

use crate::ops::prelude::*;

unary! {
    name: "rsqrt",
    summary: "1 divided by the square root of each element.",
    formula: r"y = 1 / \sqrt{x}",
    derivative: r"-\tfrac{1}{2} \bar{y} y^3",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.rsqrt.html",
    value: |x| x.sqrt().recip(),
    saves: Output,
    gradient: |g, y| -0.5 * g * y * y * y,
    backward: |g, y| ops::mul((&ops::mul((g, -0.5))?, &ops::pow((y, 3))?)),
    grad_fn: "RsqrtBackward0",
    examples: &["p[2,3]", "p[]", "[0]", "Tp[3,2]", "i[3]", "n[4]"],
}
