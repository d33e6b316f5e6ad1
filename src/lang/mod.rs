//! (module lang)
