//! `a[i]`, `a[i] = x`, `del a[i]`.

mod cut;
mod delete;
mod read;
mod write;

pub use cut::{Cut, assign_slice};
