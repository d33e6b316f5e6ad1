//! `torch.isposinf(x)`

use crate::ops::prelude::*;

step! {
    name: "isposinf",
    forms: Forms::BOTH,
    summary: "Where an element is positive infinity.",
    formula: r"y = [x = \infty]",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.isposinf.html",
    value: |x| x == T::INFINITY,
    integers: |i| i > i64::MAX,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
