//! The only door to JavaScript.
