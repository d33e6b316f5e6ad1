//! `x < y`

use crate::ops::prelude::*;

comparison! {
    name: "lt",
    aliases: &["less"],
    operators: &["__lt__"],
    summary: "Where the first is less.",
    formula: "y = [x < z]",
    value: |x, y| x < y,
}
