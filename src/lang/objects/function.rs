//! Things to call, and the descriptors that bind them.

use std::cell::RefCell;
use std::rc::Rc;

use super::graveyard::{bury, bury_one};
use super::{Cell, Class, Dict, Str};
use smallvec::SmallVec;

use crate::lang::code::Code;
use crate::lang::native::{CallArgs, Callee};
use crate::lang::native::{NativeFn, Signature};
use crate::lang::{PyResult, Value};

/// A function written in Python.
pub struct Function {
    pub code: Rc<Code>,
    pub globals: Rc<Dict>,
    pub name: RefCell<Rc<Str>>,
    pub qualname: RefCell<Rc<Str>>,
    /// Of the last positional parameters.
    pub defaults: RefCell<Vec<Value>>,
    pub keyword_defaults: RefCell<Vec<(Rc<Str>, Value)>>,
    pub closure: Vec<Rc<Cell>>,
    pub annotations: RefCell<Value>,
    /// Undefined until a program sets it: see [`Function::doc`].
    pub own_doc: RefCell<Value>,
    pub dict: RefCell<Option<Rc<Dict>>>,
}

impl Function {
    /// Its text, or None: what a program set, else what the code has.
    pub fn doc(&self) -> Value {
        match &*self.own_doc.borrow() {
            Value::Undefined => self.code.doc.clone(),
            own => own.clone(),
        }
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        bury(self.defaults.take());
        for (_, value) in self.keyword_defaults.take() {
            bury_one(value);
        }
    }
}

/// A function written in Rust.
pub struct Builtin {
    pub name: Rc<Str>,
    /// `list` for `list.append`; empty for a plain function. Error messages and `repr` use it.
    pub owner: Option<Rc<Str>>,
    pub module: Option<Rc<Str>>,
    pub signature: Rc<Signature>,
    pub function: NativeFn,
    /// A plain function in a class's dict becomes a method when it is looked up on an instance; this says that it does.
    pub is_method: bool,
    pub doc: &'static str,
}

impl Builtin {
    /// The arguments in the signature's slots.
    ///
    /// # Errors
    /// TypeError in CPython's words.
    pub fn bind(&self, args: CallArgs) -> PyResult<SmallVec<[Value; 4]>> {
        let full = self.full_name();
        let is_new = self.name.as_str() == "__new__";
        let short = if is_new { &full } else { self.name.as_str() };
        let bound = usize::from(self.owner.is_some() && (self.is_method || is_new));
        self.signature.bind_as(
            &Callee {
                full: &full,
                short,
                bound,
            },
            args,
        )
    }

    /// `list.append`: as messages about its arguments name it.
    pub fn full_name(&self) -> String {
        match &self.owner {
            Some(owner) if !self.name.starts_with("__") => format!("{owner}.{}", self.name),
            Some(owner) if matches!(self.name.as_str(), "__new__" | "__init__") => {
                owner.to_string()
            }
            _ => self.name.to_string(),
        }
    }
}

/// A function with its first argument.
pub struct Method {
    pub function: Value,
    pub this: Value,
}

impl Drop for Method {
    fn drop(&mut self) {
        bury_one(std::mem::take(&mut self.function));
        bury_one(std::mem::take(&mut self.this));
    }
}

pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
}

/// What `staticmethod` and `classmethod` wrap.
pub struct Wrapper {
    pub function: Value,
}

impl Drop for Wrapper {
    fn drop(&mut self) {
        bury_one(std::mem::take(&mut self.function));
    }
}

impl Drop for Property {
    fn drop(&mut self) {
        for part in [&mut self.get, &mut self.set, &mut self.delete] {
            bury_one(std::mem::take(part));
        }
    }
}

/// `super()`: lookup starts after `after` in the order of `start`'s class.
pub struct Super {
    pub after: Rc<Class>,
    pub this: Value,
    pub start: Rc<Class>,
}
