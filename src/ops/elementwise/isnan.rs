//! `torch.isnan(x)`

use crate::ops::prelude::*;

step! {
    name: "isnan",
    forms: Forms::BOTH,
    summary: "Where an element is not a number.",
    formula: r"y = [x \text{ is nan}]",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.isnan.html",
    value: |x| x.is_nan(),
    integers: |_| false,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
