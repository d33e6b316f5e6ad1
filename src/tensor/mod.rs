//! (module tensor)
