//! The part of numpy that Rust has to do.

mod array;
mod legacy_random;
mod random;

pub use array::{NdArray, array_of, class, module, wrap};
pub use legacy_random::RandomState;
