//! Attributes: the descriptor protocol.

use std::rc::Rc;

use super::Vm;
use crate::lang::compile::What;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Class, Instance, Method, Str};
use crate::lang::{Exception, PyResult, Value, attribute_error};

impl Vm {
    /// Name of a value's class.
    pub fn type_name(&self, value: &Value) -> Rc<Str> {
        self.types.of(value).name()
    }

    /// A special method of a value's class (never of the value itself), unbound.
    pub fn lookup_special(&self, value: &Value, name: &Rc<Str>) -> Option<Value> {
        match self.lookup_cached(self.types.of(value), name) {
            Some(Value::StaticMethod(wrapper)) => Some(wrapper.function.clone()),
            found => found,
        }
    }

    /// A lookup in a class through the machine's cache.
    #[inline]
    pub fn lookup_cached(&self, class: &Class, name: &Rc<Str>) -> Option<Value> {
        let version = class.version();
        let address = Rc::as_ptr(name) as usize;
        let slot =
            &self.method_cache[(version as usize ^ (address >> 4)) & (super::METHOD_CACHE - 1)];
        {
            let entry = slot.borrow();
            if entry.version == version && entry.name == address {
                return (!entry.value.is_undefined()).then(|| entry.value.clone());
            }
        }
        let found = class.lookup(name);
        // Only interned names have an address that says what they are.
        if Rc::ptr_eq(&crate::lang::objects::intern(name), name) {
            *slot.borrow_mut() = super::MethodCacheEntry {
                version,
                name: address,
                value: found.clone().unwrap_or_default(),
            };
        }
        found
    }

    /// Calls a special method of a value's class if there is one. May ask.
    pub fn special(
        &mut self,
        value: &Value,
        name: &Rc<Str>,
        args: impl IntoIterator<Item = Value>,
    ) -> Option<PyResult<Value>> {
        let method = self.lookup_special(value, name)?;
        Some(self.call(
            &method,
            CallArgs::positional(std::iter::once(value.clone()).chain(args)),
        ))
    }

    /// `getattr(value, name)`, for natives; may ask.
    pub fn getattr(&mut self, value: &Value, name: &str) -> PyResult<Value> {
        let name = crate::lang::objects::intern(name);
        let flow = self.get_attribute(value, &name)?;
        self.answer_of(flow)
    }

    /// None where there is no such attribute.
    pub fn getattr_opt(&mut self, value: &Value, name: &str) -> PyResult<Option<Value>> {
        match self.getattr(value, name) {
            Ok(value) => Ok(Some(value)),
            Err(exception) if exception.is("AttributeError") => Ok(None),
            Err(exception) => Err(exception),
        }
    }

    /// `setattr(value, name, new)`, for natives; may ask.
    pub fn setattr(&mut self, value: &Value, name: &str, new: Value) -> PyResult<()> {
        let name = crate::lang::objects::intern(name);
        let flow = self.set_attribute(value, &name, new)?;
        self.answer_of(flow).map(drop)
    }

    /// The value of a flow, asking where Python code is needed.
    pub fn answer_of(&mut self, flow: Flow) -> PyResult<Value> {
        match flow {
            Flow::Value(value) => Ok(value),
            Flow::TailCall { callee, args } => self.call(&callee, args),
            flow => {
                let mut flow = Some(flow);
                match self.answers.get(self.next_answer) {
                    Some(_) => self.ask(|| unreachable!("the answer is there")),
                    None => {
                        self.question = flow.take().map(super::ask::Question::Flow);
                        Err(Exception::needs_python())
                    }
                }
            }
        }
    }

    /// `value.name`
    pub fn get_attribute(&mut self, value: &Value, name: &Rc<Str>) -> PyResult<Flow> {
        match value {
            Value::Instance(instance) => self.instance_attribute(instance, value, name),
            Value::Class(class) => self.class_attribute(class, value, name),
            Value::Module(module) => match module.dict.get_name(name) {
                Some(found) => Ok(Flow::Value(found)),
                None => self.module_attribute(value, module, name),
            },
            Value::Super(inner) => self.super_attribute(&inner.clone(), name),
            _ => {
                if let Some(found) = self.builtin_attribute(value, name)? {
                    return Ok(Flow::Value(found));
                }
                let class = self.types.of(value).clone();
                match self.lookup_cached(&class, name) {
                    Some(found) => self.bind(found, value, &class),
                    None => Err(self.no_attribute(value, name)),
                }
            }
        }
    }

    fn module_attribute(
        &mut self,
        value: &Value,
        module: &Rc<crate::lang::objects::Module>,
        name: &Rc<Str>,
    ) -> PyResult<Flow> {
        match name.as_str() {
            "__dict__" => return Ok(Value::Dict(module.dict.clone()).into()),
            "__class__" => return Ok(Value::Class(self.types.module.clone()).into()),
            _ => {}
        }
        let hook = self.names.getattr.clone();
        if let Some(hook) = module.dict.get_name(&hook) {
            return Ok(Flow::TailCall {
                callee: hook,
                args: CallArgs::positional([Value::Str(name.clone())]),
            });
        }
        let what = What::Attribute(module.name.to_string(), name.to_string());
        Err(match self.library.lacks(&what) {
            Some(refusal) => attribute_error(refusal),
            None => attribute_error(format!(
                "module '{}' has no attribute '{name}'",
                module.name
            ))
            .about(value, name),
        })
    }

    fn instance_attribute(
        &mut self,
        instance: &Rc<Instance>,
        value: &Value,
        name: &Rc<Str>,
    ) -> PyResult<Flow> {
        let class: &Rc<Class> = &instance.class;
        let flags = class.flags.get();
        if flags.getattribute {
            let hook = self.names.getattribute.clone();
            if let Some(hook @ Value::Function(_)) = class.lookup(&hook) {
                let call = Flow::TailCall {
                    callee: hook,
                    args: CallArgs::positional([value.clone(), Value::Str(name.clone())]),
                };
                if !flags.getattr {
                    return Ok(call);
                }
                let (value, name) = (value.clone(), name.clone());
                return Ok(super::iterate::then(call, move |vm, result| match result {
                    Err(exception) if exception.is("AttributeError") => {
                        vm.getattr_hook(&value, &name, Some(exception))
                    }
                    result => Ok(result?.into()),
                }));
            }
        }
        self.plain_attribute(instance, value, name)
    }

    /// What `object.__getattribute__` does, and `__getattr__` after it.
    pub fn plain_attribute(
        &mut self,
        instance: &Rc<Instance>,
        value: &Value,
        name: &Rc<Str>,
    ) -> PyResult<Flow> {
        let class: &Rc<Class> = &instance.class;
        let found = self.lookup_cached(class, name);
        if let Some(found) = &found
            && self.is_data_descriptor(found)
        {
            let flow = self.bind(found.clone(), value, class);
            if class.flags.get().getattr {
                let (value, name) = (value.clone(), name.clone());
                return match flow {
                    Ok(Flow::Value(value)) => Ok(Flow::Value(value)),
                    Ok(flow) => Ok(super::iterate::then(flow, move |vm, result| match result {
                        Err(exception) if exception.is("AttributeError") => {
                            vm.getattr_hook(&value, &name, Some(exception))
                        }
                        result => Ok(result?.into()),
                    })),
                    Err(exception) if exception.is("AttributeError") => {
                        self.getattr_hook(&value, &name, Some(exception))
                    }
                    Err(exception) => Err(exception),
                };
            }
            return flow;
        }
        if let Some(dict) = instance.dict_if_any()
            && let Some(found) = dict.get_name(name)
        {
            return Ok(Flow::Value(found));
        }
        if let Some(found) = found {
            return self.bind(found, value, class);
        }
        match name.as_str() {
            "__dict__" if class.slots.is_none() => {
                return Ok(Value::Dict(instance.dict().clone()).into());
            }
            "__class__" => return Ok(Value::Class(class.clone()).into()),
            _ => {}
        }
        if let Some(found) = self.exception_attribute(instance, name) {
            return Ok(found.into());
        }
        if class.flags.get().getattr {
            return self.getattr_hook(value, name, None);
        }
        Err(self.no_attribute(value, name))
    }

    /// Asks `__getattr__`. Without it the attribute is missing: the words for that cost a search among all known names.
    pub(super) fn getattr_hook(
        &mut self,
        value: &Value,
        name: &Rc<Str>,
        otherwise: Option<Exception>,
    ) -> PyResult<Flow> {
        let hook = self.names.getattr.clone();
        match self.lookup_special(value, &hook) {
            Some(hook) => Ok(Flow::TailCall {
                callee: hook,
                args: CallArgs::positional([value.clone(), Value::Str(name.clone())]),
            }),
            None => Err(otherwise.unwrap_or_else(|| self.no_attribute(value, name))),
        }
    }

    /// Whether this class attribute comes before the instance's own.
    pub fn is_data_descriptor(&self, value: &Value) -> bool {
        match value {
            Value::Property(_) => true,
            Value::Instance(instance) => instance.class.lookup(&self.names.set).is_some(),
            _ => false,
        }
    }

    /// What a class attribute is on an instance.
    pub fn bind(&mut self, found: Value, value: &Value, class: &Rc<Class>) -> PyResult<Flow> {
        Ok(match found {
            Value::Function(_) => Value::Method(Rc::new(Method {
                function: found,
                this: value.clone(),
            }))
            .into(),
            Value::Builtin(ref builtin) if builtin.is_method => Value::Method(Rc::new(Method {
                function: found,
                this: value.clone(),
            }))
            .into(),
            Value::StaticMethod(wrapper) => wrapper.function.clone().into(),
            Value::ClassMethod(wrapper) => Value::Method(Rc::new(Method {
                function: wrapper.function.clone(),
                this: Value::Class(class.clone()),
            }))
            .into(),
            Value::Property(property) => {
                if property.get.is_none() {
                    return Err(attribute_error(format!(
                        "property of '{}' object has no getter",
                        class.name()
                    )));
                }
                Flow::TailCall {
                    callee: property.get.clone(),
                    args: CallArgs::positional([value.clone()]),
                }
            }
            Value::Instance(ref instance) => match instance.class.lookup(&self.names.get) {
                Some(get) => Flow::TailCall {
                    callee: get,
                    args: CallArgs::positional([
                        found.clone(),
                        value.clone(),
                        Value::Class(class.clone()),
                    ]),
                },
                None => found.into(),
            },
            found => found.into(),
        })
    }

    /// `'Net' object has no attribute 'froward'`; the traceback adds what may have been meant.
    pub fn no_attribute(&self, value: &Value, name: &Rc<Str>) -> Exception {
        if let Value::Instance(instance) = value {
            let what = What::Attribute(instance.class.full_name(), name.to_string());
            if let Some(refusal) = self.library.lacks(&what) {
                return attribute_error(refusal);
            }
        }
        attribute_error(format!(
            "'{}' object has no attribute '{name}'",
            self.type_name(value)
        ))
        .about(value, name)
    }
}
