//! `torch.isfinite(x)`

use crate::ops::prelude::*;

step! {
    name: "isfinite",
    forms: Forms::BOTH,
    summary: "Where an element is neither infinite nor nan.",
    formula: r"y = [|x| < \infty]",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.isfinite.html",
    value: |x| x.is_finite(),
    integers: |_| true,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
