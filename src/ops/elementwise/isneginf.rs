//! `torch.isneginf(x)`

use crate::ops::prelude::*;

step! {
    name: "isneginf",
    forms: Forms::BOTH,
    summary: "Where an element is negative infinity.",
    formula: r"y = [x = -\infty]",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.isneginf.html",
    value: |x| x == T::NEG_INFINITY,
    integers: |_| false,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
