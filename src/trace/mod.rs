//! (module trace)
