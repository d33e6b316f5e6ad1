//! `torch.isposinf(x)`

use crate::ops::prelude::*;

step! {
    name: "isposinf",
    forms: Forms::BOTH,
    summary: "Where an element is positive infinity.",
    formula: r"y = [x = \infty]",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.isposinf.html",
    value: |x| x == T::INFINITY,
    integers: |_| false,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
