//! `int(...)`, `list(...)` and the other constructors: `__new__` of the built-in types, and `__init__` of those that
//! change.

mod containers;
mod descriptors;
mod exceptions;
mod iterators;
mod numbers;
mod text;

pub use containers::{DICT, FROZENSET, LIST, SET, TUPLE};
pub use descriptors::{CLASS_METHOD, PROPERTY, STATIC_METHOD};
pub use exceptions::EXCEPTION;
pub use iterators::{ENUMERATE, FILTER, MAP, RANGE, REVERSED, SLICE, ZIP};
pub use numbers::{BOOL, COMPLEX, FLOAT, INT, float_of};
pub use text::{BYTEARRAY, BYTES, STR};

use std::rc::Rc;

use crate::lang::objects::{Class, Instance, Layout, Payload};
use crate::lang::{PyResult, Value, Vm, type_error};

/// The class that `__new__` is called for.
pub fn class_of(value: &Value) -> PyResult<&Rc<Class>> {
    match value {
        Value::Class(class) => Ok(class),
        _ => Err(type_error("__new__(X): X is not a type object")),
    }
}

/// `object.__new__`: see [`Vm::new_object`].
pub fn new_object(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let class = class_of(&args[0])?.clone();
    match class.layout {
        Layout::Native => Err(type_error(format!(
            "object.__new__({0}) is not safe, use {0}.__new__()",
            class.name()
        ))),
        _ => {
            let positional = match &args[1] {
                Value::Tuple(items) => items.to_vec(),
                _ => Vec::new(),
            };
            let name = vm.names.new.clone();
            let overrides_new = !matches!(class.lookup(&name), Some(Value::StaticMethod(wrapper)) if matches!(&wrapper.function, Value::Builtin(_)));
            if overrides_new && !positional.is_empty() {
                return Err(type_error(
                    "object.__new__() takes exactly one argument (the type to instantiate)",
                ));
            }
            if class.layout == Layout::Value {
                return Ok(Instance::new(class, Payload::Value(Default::default())).into());
            }
            vm.new_object(
                &class,
                &crate::lang::native::CallArgs::positional(positional),
            )
        }
    }
}
