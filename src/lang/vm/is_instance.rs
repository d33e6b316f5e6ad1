//! `isinstance` and `issubclass`, with `__instancecheck__`, `__subclasscheck__`, tuples and unions.

use super::Vm;
use crate::lang::native::CallArgs;
use crate::lang::objects::AliasKind;
use crate::lang::{PyResult, Value, type_error};

impl Vm {
    /// Whether a value is an instance of a class, or of one of a tuple of classes. May ask.
    pub fn is_instance(&mut self, value: &Value, kind: &Value) -> PyResult<bool> {
        match kind {
            Value::Class(class) => {
                if self.types.of(value).is_subclass_of(class) {
                    return Ok(true);
                }
                if class.meta.is_some() {
                    let name = self.names.instancecheck.clone();
                    if let Some(Value::Function(method)) = self.lookup_special(kind, &name) {
                        let result = self.call(
                            &Value::Function(method),
                            CallArgs::positional([kind.clone(), value.clone()]),
                        )?;
                        return self.truthy(&result);
                    }
                }
                // A class may say it is another (`__class__` as a property): not supported.
                Ok(false)
            }
            Value::Tuple(kinds) => self.nested(" in __instancecheck__", |vm| {
                for kind in kinds.iter() {
                    if vm.is_instance(value, kind)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }),
            Value::Alias(alias) if matches!(alias.kind, AliasKind::Union) => {
                for kind in &alias.args {
                    let kind = if kind.is_none() {
                        Value::Class(self.types.none.clone())
                    } else {
                        kind.clone()
                    };
                    if self.is_instance(value, &kind)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Alias(_) => Err(type_error(
                "isinstance() argument 2 cannot be a parameterized generic",
            )),
            Value::Instance(_) => {
                let name = self.names.instancecheck.clone();
                match self.special(kind, &name, [value.clone()]) {
                    Some(result) => {
                        let result = result?;
                        self.truthy(&result)
                    }
                    None => Err(type_error(
                        "isinstance() arg 2 must be a type, a tuple of types, or a union",
                    )),
                }
            }
            _ => Err(type_error(
                "isinstance() arg 2 must be a type, a tuple of types, or a union",
            )),
        }
    }

    /// `issubclass(class, kind)`
    pub fn is_subclass(&mut self, class: &Value, kind: &Value) -> PyResult<bool> {
        let Value::Class(inner) = class else {
            return Err(type_error("issubclass() arg 1 must be a class"));
        };
        match kind {
            Value::Class(outer) => {
                if inner.is_subclass_of(outer) {
                    return Ok(true);
                }
                if outer.meta.is_some() {
                    let name = self.names.subclasscheck.clone();
                    if let Some(Value::Function(method)) = self.lookup_special(kind, &name) {
                        let result = self.call(
                            &Value::Function(method),
                            CallArgs::positional([kind.clone(), class.clone()]),
                        )?;
                        return self.truthy(&result);
                    }
                }
                Ok(false)
            }
            Value::Tuple(kinds) => self.nested(" in __subclasscheck__", |vm| {
                for kind in kinds.iter() {
                    if vm.is_subclass(class, kind)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }),
            _ => Err(type_error(
                "issubclass() arg 2 must be a class, a tuple of classes, or a union",
            )),
        }
    }
}
