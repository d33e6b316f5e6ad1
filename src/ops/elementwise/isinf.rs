//! `torch.isinf(x)`

use crate::ops::prelude::*;

step! {
    name: "isinf",
    forms: Forms::BOTH,
    summary: "Where an element is infinite.",
    formula: r"y = [|x| = \infty]",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.isinf.html",
    value: |x| x.is_infinite(),
    integers: |_| false,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
