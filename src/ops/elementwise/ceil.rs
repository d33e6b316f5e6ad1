//! `torch.ceil(x)`

use crate::ops::prelude::*;

step! {
    name: "ceil",
    summary: "The least integer that is not below.",
    formula: r"y = \lceil x \rceil",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.ceil.html",
    value: |x| x.ceil(),
    integers: |i| i,
    out: same,
    grad_fn: "CeilBackward0",
    lacks: ("ceil_vml_cpu", &[DType::Bool]),
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
