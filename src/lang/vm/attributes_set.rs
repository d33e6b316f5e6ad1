//! Attributes set and deleted.

use super::Vm;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Class, Instance, Str};
use crate::lang::{PyResult, Value, attribute_error, type_error};
use std::rc::Rc;

impl Vm {
    /// `value.name = new`
    pub fn set_attribute(&mut self, value: &Value, name: &Rc<Str>, new: Value) -> PyResult<Flow> {
        match value {
            Value::Instance(instance) => {
                if instance.class.flags.get().setattr {
                    let hook = self.names.setattr.clone();
                    if let Some(hook) = self.lookup_special(value, &hook) {
                        let args =
                            CallArgs::positional([value.clone(), Value::Str(name.clone()), new]);
                        return Ok(Flow::TailCall { callee: hook, args });
                    }
                }
                self.set_plain_attribute(instance, value, name, new)
            }
            Value::Class(class) => {
                if !class.is_python {
                    return Err(type_error(format!(
                        "cannot set '{name}' attribute of immutable type '{}'",
                        class.name()
                    )));
                }
                if let (Some(meta), true) = (
                    &class.meta,
                    class
                        .meta
                        .as_ref()
                        .is_some_and(|meta| meta.flags.get().setattr),
                ) {
                    let hook = self.names.setattr.clone();
                    if let Some(hook) = meta.lookup(&hook) {
                        return Ok(Flow::TailCall {
                            callee: hook,
                            args: CallArgs::positional([
                                value.clone(),
                                Value::Str(name.clone()),
                                new,
                            ]),
                        });
                    }
                }
                self.set_class_attribute(class, name, new);
                Ok(Value::None.into())
            }
            Value::Module(module) => {
                module.dict.set_name(name, new);
                Ok(Value::None.into())
            }
            Value::Function(function) => {
                self.set_function_attribute(function, name, new)?;
                Ok(Value::None.into())
            }
            _ => {
                let class = self.types.of(value).clone();
                match self.lookup_cached(&class, name) {
                    Some(Value::Property(property)) if !property.set.is_none() => {
                        Ok(Flow::TailCall {
                            callee: property.set.clone(),
                            args: CallArgs::positional([value.clone(), new]),
                        })
                    }
                    Some(_) => Err(attribute_error(format!(
                        "'{}' object attribute '{name}' is read-only",
                        class.name()
                    ))),
                    None => Err(self.no_attribute(value, name)),
                }
            }
        }
    }

    pub fn set_class_attribute(&mut self, class: &Rc<Class>, name: &Rc<Str>, new: Value) {
        if name.as_str() == "__name__"
            && let Some(text) = new.as_str()
        {
            class.set_name(crate::lang::objects::intern(text));
            return;
        }
        class.set_attribute(name, new);
    }

    /// What `object.__setattr__` does.
    pub fn set_plain_attribute(
        &mut self,
        instance: &Rc<Instance>,
        value: &Value,
        name: &Rc<Str>,
        new: Value,
    ) -> PyResult<Flow> {
        let class: &Rc<Class> = &instance.class;
        match self.lookup_cached(class, name) {
            Some(Value::Property(property)) => {
                if property.set.is_none() {
                    return Err(attribute_error(
                        if matches!(property.get, Value::Builtin(_)) {
                            format!(
                                "attribute '{name}' of '{}' objects is not writable",
                                class.name()
                            )
                        } else {
                            format!(
                                "property '{name}' of '{}' object has no setter",
                                class.name()
                            )
                        },
                    ));
                }
                return Ok(Flow::TailCall {
                    callee: property.set.clone(),
                    args: CallArgs::positional([value.clone(), new]),
                });
            }
            Some(Value::Instance(descriptor)) => {
                if let Some(set) = descriptor.class.lookup(&self.names.set) {
                    let args = CallArgs::positional([
                        Value::Instance(descriptor.clone()),
                        value.clone(),
                        new,
                    ]);
                    return Ok(Flow::TailCall { callee: set, args });
                }
            }
            _ => {}
        }
        if self.set_exception_attribute(instance, name, &new)? {
            return Ok(Value::None.into());
        }
        if name.as_str() == "__class__" {
            return set_class(instance, &new, &self.types.of(&new).name());
        }
        if class.slots.is_some() && !slots_allow(class, name) {
            return Err(self.no_attribute(value, name));
        }
        if !class.is_python && Rc::ptr_eq(class, &self.types.object) {
            return Err(self.no_attribute(value, name));
        }
        self.charge_for_attribute(instance, name)?;
        instance.dict().set_name(name, new);
        Ok(Value::None.into())
    }

    pub(super) fn charge_for_attribute(
        &mut self,
        instance: &Instance,
        _name: &Rc<Str>,
    ) -> PyResult<()> {
        if instance.dict_if_any().is_none() {
            self.charge(200)
        } else {
            Ok(())
        }
    }

    /// `del value.name`
    pub fn delete_attribute(&mut self, value: &Value, name: &Rc<Str>) -> PyResult<Flow> {
        match value {
            Value::Instance(instance) => {
                if instance.class.flags.get().delattr {
                    let hook = self.names.delattr.clone();
                    if let Some(hook) = self.lookup_special(value, &hook) {
                        return Ok(Flow::TailCall {
                            callee: hook,
                            args: CallArgs::positional([value.clone(), Value::Str(name.clone())]),
                        });
                    }
                }
                self.delete_plain_attribute(instance, value, name)
            }
            Value::Class(class) if class.is_python => match class.remove_attribute(name) {
                Some(_) => Ok(Value::None.into()),
                None => Err(self.no_class_attribute(class, value, name)),
            },
            Value::Module(module) => match module.dict.remove_name(name) {
                Some(_) => Ok(Value::None.into()),
                None => Err(attribute_error(format!(
                    "module '{}' has no attribute '{name}'",
                    module.name
                ))),
            },
            Value::Function(function) => match function
                .dict
                .borrow()
                .as_ref()
                .and_then(|dict| dict.remove_name(name))
            {
                Some(_) => Ok(Value::None.into()),
                None => Err(self.no_attribute(value, name)),
            },
            _ => Err(self.no_attribute(value, name)),
        }
    }

    /// What `object.__delattr__` does.
    pub fn delete_plain_attribute(
        &mut self,
        instance: &Rc<Instance>,
        value: &Value,
        name: &Rc<Str>,
    ) -> PyResult<Flow> {
        match self.lookup_cached(&instance.class, name) {
            Some(Value::Property(property)) => {
                if property.delete.is_none() {
                    return Err(attribute_error(format!(
                        "property '{name}' of '{}' object has no deleter",
                        instance.class.name()
                    )));
                }
                return Ok(Flow::TailCall {
                    callee: property.delete.clone(),
                    args: CallArgs::positional([value.clone()]),
                });
            }
            Some(Value::Instance(descriptor)) => {
                if let Some(delete) = descriptor.class.lookup(&self.names.delete) {
                    let args =
                        CallArgs::positional([Value::Instance(descriptor.clone()), value.clone()]);
                    return Ok(Flow::TailCall {
                        callee: delete,
                        args,
                    });
                }
            }
            _ => {}
        }
        match instance
            .dict_if_any()
            .and_then(|dict| dict.remove_name(name))
        {
            Some(_) => Ok(Value::None.into()),
            None => Err(self.no_attribute(value, name)),
        }
    }
}

/// Whether `__slots__` of the class or one above names the attribute, or a class above has no slots.
pub(super) fn slots_allow(class: &Class, name: &Rc<Str>) -> bool {
    std::iter::once(class)
        .chain(class.ancestors.iter().map(|class| &**class))
        .filter(|class| class.is_python)
        .any(|class| match &class.slots {
            Some(slots) => slots.iter().any(|slot| slot.as_str() == name.as_str()),
            None => true,
        })
}

/// `x.__class__ = Other`
pub(super) fn set_class(instance: &Instance, new: &Value, kind: &str) -> PyResult<Flow> {
    let Value::Class(other) = new else {
        return Err(type_error(format!(
            "__class__ must be set to a class, not '{kind}' object"
        )));
    };
    let class: &Rc<Class> = &instance.class;
    if !class.is_python || !other.is_python {
        return Err(type_error(
            "__class__ assignment only supported for mutable types or ModuleType subclasses",
        ));
    }
    if class.layout != other.layout || class.slots.is_some() != other.slots.is_some() {
        return Err(type_error(format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            other.name(),
            class.name()
        )));
    }
    instance.class.become_(other.clone());
    Ok(Value::None.into())
}
