//! `torch.trunc(x)`

use crate::ops::prelude::*;

step! {
    name: "trunc",
    aliases: &["fix"],
    summary: "The integer towards 0.",
    formula: r"y = \operatorname{trunc} x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.trunc.html",
    value: |x| x.trunc(),
    integers: |i| i,
    out: same,
    grad_fn: "TruncBackward0",
    lacks: ("trunc_vml_cpu", &[DType::Bool]),
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
