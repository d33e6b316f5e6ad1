//! `x == y`

use crate::ops::prelude::*;

comparison! {
    name: "eq",
    aliases: &[],
    operators: &["__eq__"],
    summary: "Where both are equal.",
    formula: "y = [x = z]",
    value: |x, y| x == y,
}
