//! Loops over elements, written once for all ops of a kind.

mod along;
mod elementwise;
mod places;
mod reduce;

pub use along::Along;
pub use elementwise::{Pair, accumulate_into, add_into, map, map2};
pub use places::{Places, kept};
pub use reduce::{Fold, Reduced, Rows, fold, reduced_dims, rows, spread};
