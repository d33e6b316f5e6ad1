//! The part of numpy that Rust has to do.

mod array;
mod legacy_random;

pub use array::{NdArray, array_of, class, wrap};
pub use legacy_random::RandomState;
