//! The functions that every program can call.

mod attributes;
mod inspect;
mod iteration;
mod numbers;
mod output;

pub use numbers::{absolute, rounded};

use std::rc::Rc;

use super::native::{ModuleBuilder, NativeFn};
use super::{Value, Vm};

/// Puts the built-in functions, classes and constants where programs find them.
pub fn install(vm: &mut Vm) {
    let mut module = ModuleBuilder::new("builtins");
    module = output::add(module);
    module = numbers::add(module);
    module = iteration::add(module);
    module = attributes::add(module);
    module = inspect::add(module);
    module = module.native(
        "__build_class__",
        "(function, name, /, *bases, **keywords)",
        NativeFn::Flow(|vm, args| vm.build_class(&args[0], &args[1], &args[2], &args[3])),
    );
    let types = vm.types.clone();
    let classes = [
        &types.object,
        &types.type_,
        &types.int,
        &types.float,
        &types.complex,
        &types.bool,
        &types.str,
        &types.bytes,
        &types.bytearray,
        &types.list,
        &types.tuple,
        &types.dict,
        &types.set,
        &types.frozenset,
        &types.slice,
        &types.range,
        &types.property,
        &types.static_method,
        &types.class_method,
        &types.super_,
        &types.enumerate,
        &types.zip,
        &types.map,
        &types.filter,
        &types.reversed,
    ];
    for class in classes {
        module = module.class(class);
    }
    let mut exceptions: Vec<_> = types.exceptions.values().collect();
    exceptions.sort_by(|a, b| a.name().as_str().cmp(b.name().as_str()));
    for class in exceptions {
        module = module.class(class);
    }
    for alias in ["IOError", "EnvironmentError"] {
        module = module.value(alias, types.exceptions["OSError"].clone());
    }
    module = module
        .value("NotImplemented", Value::NotImplemented)
        .value("Ellipsis", Value::Ellipsis)
        .value("__debug__", true)
        .value("__name__", "builtins");
    let module = module.build();
    vm.builtins = module.dict.clone();
    vm.modules
        .set_str("builtins", Value::Module(Rc::clone(&module)));
}
