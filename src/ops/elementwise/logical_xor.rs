//! `torch.logical_xor(x, y)`

use crate::ops::prelude::*;

comparison! {
    name: "logical_xor",
    aliases: &[],
    operators: &[],
    summary: "Where exactly one is not 0.",
    formula: r"y = x \oplus z",
    value: |x, y| (x != T::default()) != (y != T::default()),
}
