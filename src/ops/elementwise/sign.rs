//! `torch.sign(x)`

use crate::ops::prelude::*;

step! {
    name: "sign",
    summary: "-1, 0 or 1 by the sign of each element.",
    formula: r"y = \operatorname{sgn} x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.sign.html",
    value: |x| if x.is_nan() { 0.0 } else if x == 0.0 { x } else { x.signum() },
    integers: |i| i.signum(),
    out: same,
    grad_fn: "SignBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
