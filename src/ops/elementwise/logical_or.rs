//! `torch.logical_or(x, y)`

use crate::ops::prelude::*;

comparison! {
    name: "logical_or",
    aliases: &[],
    operators: &[],
    summary: "Where at least one is not 0.",
    formula: r"y = x \lor z",
    value: |x, y| x != T::default() || y != T::default(),
}
