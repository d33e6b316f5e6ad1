//! A class called: `__new__`, then `__init__`.

use super::{Operation, Vm};
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Class, Instance, Layout, Payload};
use crate::lang::{PyResult, Value, type_error};
use std::rc::Rc;

impl Vm {
    /// `Class(...)`
    pub fn instantiate(&mut self, class: &Rc<Class>, args: CallArgs) -> PyResult<Flow> {
        if let Some(meta) = &class.meta {
            let name = self.names.call.clone();
            if let Some(method @ Value::Function(_)) = meta.lookup(&name) {
                let mut args = args;
                args.values.insert(0, Value::Class(class.clone()));
                return Ok(Flow::TailCall {
                    callee: method,
                    args,
                });
            }
        }
        self.construct(class, args)
    }

    /// What `type.__call__` does: `__new__`, then `__init__`.
    pub fn construct(&mut self, class: &Rc<Class>, args: CallArgs) -> PyResult<Flow> {
        if Rc::ptr_eq(class, &self.types.super_) {
            return self.make_super(args).map(Flow::Value);
        }
        let name = self.names.new.clone();
        let new = match self.lookup_cached(class, &name) {
            Some(Value::StaticMethod(wrapper)) => wrapper.function.clone(),
            Some(other) => other,
            None => Value::None,
        };
        match &new {
            Value::Builtin(builtin)
                if builtin
                    .owner
                    .as_ref()
                    .is_some_and(|owner| owner.as_str() == "object") =>
            {
                let instance = self.new_object(class, &args)?;
                self.initialize(class, instance, args)
            }
            Value::Builtin(builtin) => {
                let mut new_args = args.clone();
                new_args.values.insert(0, Value::Class(class.clone()));
                let slots = builtin.bind(new_args)?;
                let flow = self.attempt(Operation::Native(builtin.function), slots)?;
                if !class.is_python
                    && class.layout != Layout::Exception
                    && class.layout != Layout::Native
                {
                    return Ok(flow);
                }
                self.then_initialize(class, flow, args)
            }
            Value::None => Err(type_error(format!(
                "cannot create '{}' instances",
                class.full_name()
            ))),
            new => {
                let mut new_args = args.clone();
                new_args.values.insert(0, Value::Class(class.clone()));
                let call = Flow::TailCall {
                    callee: new.clone(),
                    args: new_args,
                };
                self.then_initialize(class, call, args)
            }
        }
    }

    pub(super) fn then_initialize(
        &mut self,
        class: &Rc<Class>,
        flow: Flow,
        args: CallArgs,
    ) -> PyResult<Flow> {
        if let Flow::Value(value) = flow {
            return self.initialize(class, value, args);
        }
        let class = class.clone();
        Ok(super::iterate::then(flow, move |vm, result| {
            vm.initialize(&class, result?, args)
        }))
    }

    /// `__init__` of a new object, if it is one of the class.
    pub(super) fn initialize(
        &mut self,
        class: &Rc<Class>,
        value: Value,
        args: CallArgs,
    ) -> PyResult<Flow> {
        let of = self.types.of(&value).clone();
        if !of.is_subclass_of(class) {
            return Ok(value.into());
        }
        let name = self.names.init.clone();
        match self.lookup_cached(&of, &name) {
            None => Ok(value.into()),
            Some(Value::Builtin(builtin))
                if builtin
                    .owner
                    .as_ref()
                    .is_some_and(|owner| owner.as_str() == "object") =>
            {
                Ok(value.into())
            }
            Some(init) => {
                let mut args = args;
                args.values.insert(0, value.clone());
                let call = Flow::TailCall { callee: init, args };
                Ok(super::iterate::then(
                    call,
                    move |vm, result| match result? {
                        Value::None => Ok(value.into()),
                        other => Err(type_error(format!(
                            "__init__() should return None, not '{}'",
                            vm.type_name(&other)
                        ))),
                    },
                ))
            }
        }
    }

    /// What `object.__new__` does.
    pub fn new_object(&mut self, class: &Rc<Class>, args: &CallArgs) -> PyResult<Value> {
        let names = class.abstract_names.borrow();
        if !names.is_empty() {
            let list: Vec<String> = names.iter().map(|name| name.to_string()).collect();
            let plural = if list.len() == 1 { "" } else { "s" };
            return Err(type_error(format!(
                "Can't instantiate abstract class {} with abstract method{plural} {}",
                class.name(),
                list.join(", ")
            )));
        }
        drop(names);
        if !args.values.is_empty() {
            let name = self.names.init.clone();
            let init_is_object = matches!(class.lookup(&name), Some(Value::Builtin(builtin)) if builtin.owner.as_ref().is_some_and(|owner| owner.as_str() == "object"));
            if init_is_object {
                return Err(type_error(format!("{}() takes no arguments", class.name())));
            }
        }
        self.charge(120)?;
        let payload = match class.layout {
            Layout::Value => Payload::Value(std::cell::OnceCell::new()),
            Layout::Exception => {
                return Ok(Instance::exception(
                    class.clone(),
                    Value::tuple(args.values.iter().cloned()),
                )
                .into());
            }
            _ => Payload::None,
        };
        Ok(Instance::new(class.clone(), payload).into())
    }

    /// An instance of a Python subclass of a built-in type, or the plain value for the type itself.
    pub fn new_value(&self, class: &Rc<Class>, value: Value) -> Value {
        if class.is_python {
            let cell = std::cell::OnceCell::new();
            let _ = cell.set(value.base().clone());
            Instance::new(class.clone(), Payload::Value(cell)).into()
        } else {
            value
        }
    }
}
