//! The part of numpy that Rust has to do.

mod legacy_random;

pub use legacy_random::RandomState;
