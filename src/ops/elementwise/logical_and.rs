//! `torch.logical_and(x, y)`

use crate::ops::prelude::*;

comparison! {
    name: "logical_and",
    aliases: &[],
    operators: &[],
    summary: "Where both are not 0.",
    formula: r"y = x \land z",
    value: |x, y| x != T::default() && y != T::default(),
}
