//! `x > y`

use crate::ops::prelude::*;

comparison! {
    name: "gt",
    aliases: &["greater"],
    operators: &["__gt__"],
    summary: "Where the first is greater.",
    formula: "y = [x > z]",
    value: |x, y| x > y,
}
