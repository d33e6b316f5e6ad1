//! Attributes: the descriptor protocol.

use std::rc::Rc;

use super::Vm;
use crate::lang::compile::What;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Class, Instance, Method, Str};
use crate::lang::{Exception, PyResult, Value, attribute_error, type_error};

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
    fn getattr_hook(
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

    fn class_attribute(
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

    fn no_class_attribute(&self, class: &Class, value: &Value, name: &Rc<Str>) -> Exception {
        attribute_error(format!(
            "type object '{}' has no attribute '{name}'",
            class.name()
        ))
        .about(value, name)
    }

    fn super_attribute(
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

    fn charge_for_attribute(&mut self, instance: &Instance, _name: &Rc<Str>) -> PyResult<()> {
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

/// A lookup that starts after a class in the order of another.
pub fn super_lookup(inner: &crate::lang::objects::Super, name: &Rc<Str>) -> Option<Value> {
    let order = std::iter::once(&inner.start).chain(&inner.start.ancestors);
    let mut after = order
        .skip_while(|class| !Rc::ptr_eq(class, &inner.after))
        .skip(1);
    after.find_map(|class| class.dict.get_name(name))
}

/// Whether `__slots__` of the class or one above names the attribute, or a class above has no slots.
fn slots_allow(class: &Class, name: &Rc<Str>) -> bool {
    std::iter::once(class)
        .chain(class.ancestors.iter().map(|class| &**class))
        .filter(|class| class.is_python)
        .any(|class| match &class.slots {
            Some(slots) => slots.iter().any(|slot| slot.as_str() == name.as_str()),
            None => true,
        })
}

/// `x.__class__ = Other`
fn set_class(instance: &Instance, new: &Value, kind: &str) -> PyResult<Flow> {
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
