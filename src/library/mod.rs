//! (module library)
