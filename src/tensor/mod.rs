//! (module tensor)
pub mod random;
