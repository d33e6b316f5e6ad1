//! Attributes of classes, and of `super()`: looked up along the order of their bases.

use super::Vm;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Class, Method, Str};
use crate::lang::{Exception, PyResult, Value, attribute_error};
use std::rc::Rc;

impl Vm {
    pub(super) fn class_attribute(
        &mut self,
        class: &Rc<Class>,
        value: &Value,
        name: &Rc<Str>,
    ) -> PyResult<Flow> {
        let meta = class
            .meta
            .clone()
            .unwrap_or_else(|| self.types.type_.clone());
        let of_meta = self.lookup_cached(&meta, name);
        if let Some(found) = &of_meta
            && self.is_data_descriptor(found)
            && class.meta.is_some()
        {
            return self.bind(found.clone(), value, &meta);
        }
        match name.as_str() {
            "__name__" => return Ok(Value::Str(class.name()).into()),
            "__qualname__" => return Ok(Value::Str(class.qualname()).into()),
            "__module__" if class.dict.get_name(name).is_none() => {
                return Ok(Value::Str(class.module()).into());
            }
            "__dict__" => return Ok(Value::MappingProxy(class.dict.clone()).into()),
            "__class__" => return Ok(Value::Class(meta).into()),
            "__mro__" => {
                let order = std::iter::once(class)
                    .chain(&class.ancestors)
                    .map(|class| Value::Class(class.clone()));
                return Ok(Value::tuple(order).into());
            }
            "__bases__" => {
                return Ok(
                    Value::tuple(class.bases.iter().map(|base| Value::Class(base.clone()))).into(),
                );
            }
            "__base__" => {
                return Ok(class
                    .bases
                    .first()
                    .map_or(Value::None, |base| Value::Class(base.clone()))
                    .into());
            }
            "__doc__" if class.dict.get_name(name).is_none() => return Ok(Value::None.into()),
            "__abstractmethods__" => {
                let names = class
                    .abstract_names
                    .borrow()
                    .iter()
                    .map(|name| Value::Str(name.clone()))
                    .collect::<Vec<_>>();
                let set = Rc::new(crate::lang::objects::Set::default());
                for name in names {
                    self.set_add(&set, name)?;
                }
                return Ok(Value::FrozenSet(set).into());
            }
            _ => {}
        }
        if let Some(found) = self.lookup_cached(class, name) {
            return Ok(match found {
                Value::StaticMethod(wrapper) => wrapper.function.clone().into(),
                Value::ClassMethod(wrapper) => Value::Method(Rc::new(Method {
                    function: wrapper.function.clone(),
                    this: value.clone(),
                }))
                .into(),
                Value::Instance(ref instance) => match instance.class.lookup(&self.names.get) {
                    Some(get) => Flow::TailCall {
                        callee: get,
                        args: CallArgs::positional([found.clone(), Value::None, value.clone()]),
                    },
                    None => found.into(),
                },
                found => found.into(),
            });
        }
        if let Some(found) = of_meta {
            return self.bind(found, value, &meta);
        }
        if meta.flags.get().getattr {
            let exception = self.no_class_attribute(class, value, name);
            return self.getattr_hook(value, name, Some(exception));
        }
        Err(self.no_class_attribute(class, value, name))
    }

    pub(super) fn no_class_attribute(
        &self,
        class: &Class,
        value: &Value,
        name: &Rc<Str>,
    ) -> Exception {
        attribute_error(format!(
            "type object '{}' has no attribute '{name}'",
            class.name()
        ))
        .about(value, name)
    }

    pub(super) fn super_attribute(
        &mut self,
        inner: &crate::lang::objects::Super,
        name: &Rc<Str>,
    ) -> PyResult<Flow> {
        if name.as_str() == "__class__" {
            return Ok(Value::Class(self.types.super_.clone()).into());
        }
        if let Some(found) = super_lookup(inner, name) {
            // On a class (`super().__new__`, class methods) only class methods bind.
            if let Value::Class(this) = &inner.this {
                return Ok(match found {
                    Value::ClassMethod(wrapper) => Value::Method(Rc::new(Method {
                        function: wrapper.function.clone(),
                        this: inner.this.clone(),
                    }))
                    .into(),
                    Value::StaticMethod(wrapper) => wrapper.function.clone().into(),
                    found if Rc::ptr_eq(this, &inner.start) => found.into(),
                    found => return self.bind(found, &inner.this, &inner.start),
                });
            }
            return self.bind(found, &inner.this, &inner.start);
        }
        Err(attribute_error(format!(
            "'super' object has no attribute '{name}'"
        )))
    }
}

/// A lookup that starts after a class in the order of another.
pub fn super_lookup(inner: &crate::lang::objects::Super, name: &Rc<Str>) -> Option<Value> {
    let order = std::iter::once(&inner.start).chain(&inner.start.ancestors);
    let mut after = order
        .skip_while(|class| !Rc::ptr_eq(class, &inner.after))
        .skip(1);
    after.find_map(|class| class.dict.get_name(name))
}
