//! The door through which programs import.

use std::any::Any;
use std::borrow::Cow;
use std::rc::Rc;

use super::compile::What;
use super::objects::{Class, Module};
use super::{PyResult, Vm};

/// A module written in Python.
pub struct Source {
    /// What tracebacks and the page call the file: `torch/nn/modules/linear.py`.
    pub path: String,
    pub text: Cow<'static, str>,
    /// What `code::stored` made of the text, where it was compiled before.
    pub code: Option<&'static [u8]>,
    /// Whether this is the `__init__.py` of a package.
    pub is_package: bool,
}

/// What can be imported. It is `Any`, so that its natives find what they keep in it through `vm.library`.
pub trait Library: Any {
    /// The text of a module written in Python, by its full name: `torch.nn`.
    fn python_source(&self, module: &str) -> Option<Source>;

    /// A module written in Rust, made when it is first imported: `_torch`.
    fn native_module(&self, vm: &mut Vm, module: &str) -> Option<PyResult<Rc<Module>>>;

    /// Why a program cannot have what it asks for: `numpy.fft is not available in Kindling`. None where it is there, and
    /// where it exists nowhere and running the line says so best.
    fn lacks(&self, _what: &What) -> Option<String> {
        None
    }

    /// The class of an exception of its own that its natives raise by name.
    fn exception(&self, _name: &str) -> Option<Rc<Class>> {
        None
    }
}

/// Nothing to import but what the language itself brings.
pub struct NoLibrary;

impl Library for NoLibrary {
    fn python_source(&self, _: &str) -> Option<Source> {
        None
    }

    fn native_module(&self, _: &mut Vm, _: &str) -> Option<PyResult<Rc<Module>>> {
        None
    }
}
