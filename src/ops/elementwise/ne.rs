//! `x != y`

use crate::ops::prelude::*;

comparison! {
    name: "ne",
    aliases: &["not_equal"],
    operators: &["__ne__"],
    summary: "Where both differ.",
    formula: r"y = [x \ne z]",
    value: |x, y| x != y,
}
