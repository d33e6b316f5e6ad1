//! `_kindling`: what the library's Python code tells the recorder, and the little that it asks of the engine.

use std::rc::Rc;

use super::tensor_of;
use crate::lang::native::ModuleBuilder;
use crate::lang::objects::{Str, intern};
use crate::lang::{PyResult, Value, Vm};
use crate::ops::watch;
use crate::trace::modules;

pub fn module() -> ModuleBuilder {
    ModuleBuilder::new("_kindling")
        .function("enter_module", "(module, /)", |_, slots| {
            modules::enter(&slots[0]);
            Ok(has_hooks(&slots[0]).into())
        })
        .function("leave_module", "(module, /)", |_, _| {
            modules::leave();
            Ok(Value::None)
        })
        .function("keeper", "(module, name, /)", keeper)
        .function("recording", "()", |_, _| Ok(watched().into()))
        .function("name_grad_fn", "(tensor, name, /)", name_grad_fn)
        .function("explained", "(error, because, /)", explained)
}

thread_local! {
    /// Where a module keeps what is set as its attribute, and the hooks that are called around `forward`.
    static KEEPERS: [Rc<Str>; 3] = ["_parameters", "_buffers", "_modules"].map(intern);
    static HOOKS: [Rc<Str>; 4] = [
        "_forward_pre_hooks",
        "_forward_hooks",
        "_full_backward_hooks",
        "_full_backward_pre_hooks",
    ]
    .map(intern);
}

/// The dict of a module under a name among its attributes.
fn dict_of(module: &Value, name: &Rc<Str>) -> Option<Value> {
    let Value::Instance(module) = module else {
        return None;
    };
    module.dict_if_any()?.get_name(name)
}

/// The dict in which a module keeps this attribute, or None: asked for each parameter that a layer uses.
fn keeper(_: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let Value::Str(name) = slots[1].base() else {
        return Ok(Value::None);
    };
    let keeps =
        |kept: &Value| matches!(kept.base(), Value::Dict(dict) if dict.get_str(name).is_some());
    Ok(KEEPERS
        .with(|keepers| {
            let mut kept = keepers
                .iter()
                .filter_map(|keeper| dict_of(&slots[0], keeper));
            kept.find(keeps)
        })
        .unwrap_or(Value::None))
}

fn has_hooks(module: &Value) -> bool {
    let any = |hooks: Value| matches!(hooks.base(), Value::Dict(dict) if !dict.is_empty());
    HOOKS.with(|names| {
        let mut hooks = names.iter().filter_map(|name| dict_of(module, name));
        hooks.any(any)
    })
}

/// Whether somebody looks inside.
pub fn watched() -> bool {
    watch::active() || modules::recording()
}

/// Gives the last node of a function written in ops the name that PyTorch's own kernel has.
fn name_grad_fn(_: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let edge = tensor_of(&slots[0]).and_then(|tensor| tensor.grad_fn());
    if let (Some(edge), Some(name)) = (edge, slots[1].as_str()) {
        edge.node.rename(name);
    }
    Ok(slots[0].clone())
}

/// An exception of the library with what its message leaves open: why, and what to do.
fn explained(_: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    if let (Value::Instance(error), Some(because)) = (&slots[0], slots[1].as_str())
        && let Some(state) = error.exception_state()
    {
        state.borrow_mut().because = because.to_string();
    }
    Ok(slots[0].clone())
}
