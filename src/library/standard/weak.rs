//! `_weak`: references that do not keep their object. Instances of the program's own classes, classes and functions can
//! be asked for.

use std::rc::{Rc, Weak};

use crate::lang::native::ClassBuilder;
use crate::lang::native::ModuleBuilder;
use crate::lang::objects::{Class, Function, Instance, Layout, Module, Payload};
use crate::lang::{PyResult, Value, Vm, type_error};

/// What a reference looks at.
enum Seen {
    Instance(Weak<Instance>),
    Class(Weak<Class>),
    Function(Weak<Function>),
}

impl Seen {
    fn new(value: &Value) -> Option<Seen> {
        Some(match value {
            Value::Instance(instance) => Seen::Instance(Rc::downgrade(instance)),
            Value::Class(class) => Seen::Class(Rc::downgrade(class)),
            Value::Function(function) => Seen::Function(Rc::downgrade(function)),
            _ => return None,
        })
    }

    fn get(&self) -> Value {
        match self {
            Seen::Instance(seen) => seen.upgrade().map(Value::Instance),
            Seen::Class(seen) => seen.upgrade().map(Value::Class),
            Seen::Function(seen) => seen.upgrade().map(Value::Function),
        }
        .unwrap_or(Value::None)
    }
}

pub fn module(vm: &Vm) -> Rc<Module> {
    let class = ClassBuilder::new("Weak", "_weak")
        .layout(Layout::Native)
        .method("__new__", "(cls, value, /)", make)
        .method("get", "(self, /)", |_, args| {
            Ok(args[0].native::<Seen>().map_or(Value::None, Seen::get))
        })
        .build(vm);
    ModuleBuilder::new("_weak").class(&class).build()
}

fn make(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let Value::Class(class) = &args[0] else {
        return Err(type_error("expected a class"));
    };
    let seen = Seen::new(&args[1]).ok_or_else(|| {
        type_error(format!(
            "cannot create weak reference to '{}' object",
            vm.type_name(&args[1])
        ))
    })?;
    let payload = Payload::Native(Rc::new(seen));
    Ok(Value::Instance(Instance::new(class.clone(), payload)))
}
