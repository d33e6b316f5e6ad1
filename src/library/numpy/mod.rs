//! The part of numpy that Rust has to do.

mod array;
mod index;
mod legacy_random;
mod pcg64;
mod promote;
mod random;
mod scalar;
mod scalar_math;
mod ziggurat_table;

pub use array::{NdArray, array_of, class, module, wrap};
pub use legacy_random::RandomState;
pub use scalar::Scalars;
