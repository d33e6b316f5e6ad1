//! `x <= y`

use crate::ops::prelude::*;

comparison! {
    name: "le",
    aliases: &["less_equal"],
    operators: &["__le__"],
    summary: "Where the first is less or equal.",
    formula: r"y = [x \le z]",
    value: |x, y| x <= y,
}
