//! `_kindling`: what the library's Python code tells the recorder, and the little that it asks of the engine.

use super::tensor_of;
use crate::lang::native::ModuleBuilder;
use crate::lang::{PyResult, Value, Vm};
use crate::ops::watch;
use crate::trace::modules;

pub fn module() -> ModuleBuilder {
    ModuleBuilder::new("_kindling")
        .function("enter_module", "(module, /)", |_, slots| {
            modules::enter(&slots[0]);
            Ok(Value::None)
        })
        .function("leave_module", "(module, /)", |_, _| {
            modules::leave();
            Ok(Value::None)
        })
        .function("recording", "()", |_, _| Ok(watched().into()))
        .function("name_grad_fn", "(tensor, name, /)", name_grad_fn)
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
