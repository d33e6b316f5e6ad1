//! `getattr`, `setattr`, `hasattr`, `delattr`, `isinstance`, `issubclass`, `callable`, `__import__`.

use std::rc::Rc;

use crate::lang::native::{Flow, ModuleBuilder, NativeFn};
use crate::lang::objects::Dict;
use crate::lang::vm::{name_of, then};
use crate::lang::{PyResult, Value, Vm, type_error};

pub fn add(module: ModuleBuilder) -> ModuleBuilder {
    module
        .native(
            "getattr",
            "(object, name, default=?, /)",
            NativeFn::Flow(getattr),
        )
        .native(
            "hasattr",
            "(object, name, /)",
            NativeFn::Flow(|vm, args| {
                let name = name_of(&args[1])?;
                recover(
                    vm,
                    &args[0],
                    &name,
                    Value::Bool(false),
                    Some(Value::Bool(true)),
                )
            }),
        )
        .native(
            "setattr",
            "(object, name, value, /)",
            NativeFn::Flow(|vm, args| {
                let name = name_of(&args[1])?;
                let flow = vm.set_attribute(&args[0], &name, args[2].clone())?;
                Ok(then(flow, |_, result| result.map(|_| Value::None.into())))
            }),
        )
        .native(
            "delattr",
            "(object, name, /)",
            NativeFn::Flow(|vm, args| {
                let name = name_of(&args[1])?;
                vm.delete_attribute(&args[0], &name)
            }),
        )
        .native(
            "__import__",
            "(name, globals=None, locals=None, fromlist=(), level=0)",
            NativeFn::Flow(import),
        )
        .function("isinstance", "(obj, class_or_tuple, /)", |vm, args| {
            vm.is_instance(&args[0], &args[1]).map(Value::Bool)
        })
        .function("issubclass", "(cls, class_or_tuple, /)", |vm, args| {
            vm.is_subclass(&args[0], &args[1]).map(Value::Bool)
        })
        .function("callable", "(obj, /)", |vm, args| {
            Ok(Value::Bool(match &args[0] {
                Value::Function(_)
                | Value::Builtin(_)
                | Value::Method(_)
                | Value::Class(_)
                | Value::StaticMethod(_)
                | Value::Alias(_) => true,
                value @ Value::Instance(_) => vm.lookup_special(value, &vm.names.call).is_some(),
                _ => false,
            }))
        })
}

/// `import name`, or `from name import fromlist` where the list has names.
fn import(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let Some(name) = args[0].as_str() else {
        return Err(type_error("module name must be a string"));
    };
    let globals = match args[1].base() {
        Value::Dict(globals) => globals.clone(),
        _ => Rc::<Dict>::default(),
    };
    let names = match &args[3] {
        Value::None => Vec::new(),
        names => vm.items_of(names)?,
    };
    let names = match names.is_empty() {
        true => Value::None,
        false => Value::tuple(names),
    };
    let level = match &args[4] {
        Value::Int(level) => *level,
        _ => 0,
    };
    vm.import(&globals, name, names, level)
}

fn getattr(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let name = name_of(&args[1])?;
    if args[2].is_undefined() {
        return vm.get_attribute(&args[0], &name);
    }
    recover(vm, &args[0], &name, args[2].clone(), None)
}

/// The attribute (or `found` in its place), or `otherwise` where there is none.
fn recover(
    vm: &mut Vm,
    object: &Value,
    name: &std::rc::Rc<crate::lang::objects::Str>,
    otherwise: Value,
    found: Option<Value>,
) -> PyResult<Flow> {
    match vm.get_attribute(object, name) {
        Ok(Flow::Value(value)) => Ok(found.unwrap_or(value).into()),
        Ok(flow) => Ok(then(flow, move |_, result| match result {
            Err(exception) if exception.is("AttributeError") => Ok(otherwise.into()),
            result => result.map(|value| found.unwrap_or(value).into()),
        })),
        Err(exception) if exception.is("AttributeError") => Ok(otherwise.into()),
        Err(exception) => Err(exception),
    }
}
