//! Text as CPython 3.11 writes it: pure functions on Rust types, no objects and no VM.
//!
//! `float` and `int` read and write numbers, `spec` and `format` are the format mini-language
//! (<https://docs.python.org/3.11/library/string.html#format-specification-mini-language>), `percent` and `template` take
//! the two older styles apart, `escape` writes `repr` of strings and bytes, and the rest are the algorithms behind `str`'s
//! methods. Errors carry CPython's words and the name of the exception to raise.

pub mod case;
pub mod chars;
pub mod escape;
pub mod find;
pub mod float;
pub mod format;
pub mod int;
pub mod pad;
pub mod percent;
pub mod spec;
pub mod split;
pub mod template;

pub use escape::{ascii, repr_bytes, repr_str};
pub use float::repr as repr_float;
pub use spec::Spec;

/// The exception that a text function asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    IndexError,
    OverflowError,
    TypeError,
    UnicodeDecodeError,
    UnicodeEncodeError,
    ValueError,
}

/// What went wrong, in CPython's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub kind: Kind,
    pub message: String,
}

impl Error {
    pub fn value(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::ValueError,
            message: message.into(),
        }
    }

    pub fn type_(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::TypeError,
            message: message.into(),
        }
    }

    pub fn overflow(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::OverflowError,
            message: message.into(),
        }
    }
}

/// The result of a text function.
pub type Result<T> = std::result::Result<T, Error>;
