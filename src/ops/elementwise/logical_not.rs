//! `torch.logical_not(x)`

use crate::ops::prelude::*;

step! {
    name: "logical_not",
    summary: "Where an element is 0.",
    formula: r"y = \lnot x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.logical_not.html",
    value: |x| x == 0.0,
    integers: |i| i == 0,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]", "b[3]"],
}
