//! Python: the text is compiled to bytecode, and a virtual machine runs it on frames that live on the heap, so that a
//! program can be stopped after any statement, looked into, and gone on with.
//!
//! In reading order: [`Value`] and [`objects`] are what a program handles; `compile` turns text into [`code`]; [`vm`]
//! runs it; `types` says what the built-in types can do and `builtins` what every program can call; [`native`] is how
//! Rust code takes part; [`library`] is where imports come from. Nothing here knows what a tensor is.

mod builtins;
pub mod code;
pub mod compile;
pub mod exception;
pub mod library;
pub mod native;
pub mod objects;
pub mod observer;
pub mod text;
pub mod types;
mod value;
pub mod vm;

pub use exception::{
    Exception, PyResult, attribute_error, index_error, key_error, overflow_error, runtime_error,
    stop_iteration, type_error, value_error,
};
pub use library::{Library, NoLibrary, Source};
pub use observer::Observer;
pub use value::Value;
pub use vm::Vm;
