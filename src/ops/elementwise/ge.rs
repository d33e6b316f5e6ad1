//! `x >= y`

use crate::ops::prelude::*;

comparison! {
    name: "ge",
    aliases: &["greater_equal"],
    operators: &["__ge__"],
    summary: "Where the first is greater or equal.",
    formula: r"y = [x \ge z]",
    value: |x, y| x >= y,
}
