//! `torch.signbit(x)`

use crate::ops::prelude::*;

step! {
    name: "signbit",
    forms: Forms::BOTH,
    summary: "Where the sign bit is set: negative elements and -0.",
    formula: "y = [x < 0]",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.signbit.html",
    value: |x| x.is_sign_negative(),
    integers: |i| i < 0,
    out: bool,
    grad_fn: "",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
