//! (module lang)

pub mod text;
