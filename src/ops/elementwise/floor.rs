//! `torch.floor(x)`

use crate::ops::prelude::*;

step! {
    name: "floor",
    summary: "The greatest integer that is not above.",
    formula: r"y = \lfloor x \rfloor",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.floor.html",
    value: |x| x.floor(),
    integers: |i| i,
    out: same,
    grad_fn: "FloorBackward0",
    lacks: ("floor_vml_cpu", &[DType::Bool]),
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
