//! `_autograd`: backward as a continuation of the virtual machine. Between any two nodes the program may be stopped,
//! and hooks and learners' Functions run as frames of their own.

use std::rc::Rc;

use super::{tensor_of, torch};
use crate::autograd::{self, Backward, Step, anomaly};
use crate::lang::native::{CallArgs, Flow, ModuleBuilder, NativeFn};
use crate::lang::{Exception, PyResult, Value, Vm, runtime_error, type_error};
use crate::tensor::Tensor;

pub fn module(_: &Vm) -> ModuleBuilder {
    let module = ModuleBuilder::new("_autograd")
        .native(
            "backward",
            "(tensors, grad_tensors, retain_graph, create_graph, inputs, /)",
            NativeFn::Flow(backward),
        )
        .native(
            "grad",
            "(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused, /)",
            NativeFn::Flow(grad),
        )
        .function("is_grad_enabled", "()", |_, _| {
            Ok(autograd::grad_enabled().into())
        })
        .function("set_grad_enabled", "(mode, /)", |_, slots| {
            Ok(autograd::set_grad_enabled(matches!(slots[0], Value::Bool(true))).into())
        });
    let module = module
        .function("is_anomaly_enabled", "()", |_, _| {
            Ok(anomaly::enabled().into())
        })
        .function("is_anomaly_check_nan_enabled", "()", |_, _| {
            Ok(anomaly::checks_nan().into())
        })
        .function(
            "set_anomaly_enabled",
            "(mode, check_nan=True)",
            |_, slots| {
                let is_true = |at: usize| matches!(slots[at], Value::Bool(true));
                anomaly::set(is_true(0), is_true(1));
                Ok(Value::None)
            },
        );
    super::function::add_to(module)
}

/// The frames of the program as a traceback lists them, without those of the library.
pub fn where_it_is(vm: &Vm) -> String {
    let frames = vm.frames();
    let own = frames.iter().filter(|frame| frame.is_program);
    let lines = own.map(|frame| {
        format!(
            "  File \"{}\", line {}, in {}\n",
            frame.file, frame.line, frame.function
        )
    });
    lines.collect()
}

/// The tensors of a list or tuple.
fn tensors(value: &Value) -> PyResult<Vec<Tensor>> {
    optional_tensors(value)?
        .into_iter()
        .map(|tensor| tensor.ok_or_else(|| type_error("expected a Tensor")))
        .collect()
}

fn optional_tensors(value: &Value) -> PyResult<Vec<Option<Tensor>>> {
    let items = match value.base() {
        Value::List(list) => list.to_vec(),
        Value::Tuple(items) => items.to_vec(),
        _ => return Err(type_error("expected a list of tensors")),
    };
    let one = |item: &Value| match item {
        Value::None => Ok(None),
        _ => tensor_of(item)
            .map(Some)
            .ok_or_else(|| type_error("gradients can be either Tensors or None")),
    };
    items.iter().map(one).collect()
}

fn backward(vm: &mut Vm, slots: &[Value]) -> PyResult<Flow> {
    let [roots, grads, retain, create, inputs] = slots else {
        return Ok(Value::None.into());
    };
    let inputs = if inputs.is_none() {
        None
    } else {
        Some(tensors(inputs)?)
    };
    let create = matches!(create, Value::Bool(true));
    let retain = if retain.is_none() {
        create
    } else {
        matches!(retain, Value::Bool(true))
    };
    let walk = Backward::new(
        &tensors(roots)?,
        &optional_tensors(grads)?,
        retain,
        create,
        inputs.as_deref(),
    )?;
    Walk {
        walk,
        ending: Ending::None,
    }
    .go_on(vm)
}

fn grad(vm: &mut Vm, slots: &[Value]) -> PyResult<Flow> {
    let [outputs, inputs, grads, retain, create, allow_unused] = slots else {
        return Ok(Value::None.into());
    };
    let create = matches!(create, Value::Bool(true));
    let retain = if retain.is_none() {
        create
    } else {
        matches!(retain, Value::Bool(true))
    };
    let walk = Backward::grad(
        &tensors(outputs)?,
        &tensors(inputs)?,
        &optional_tensors(grads)?,
        retain,
        create,
    )?;
    Walk {
        walk,
        ending: Ending::Gradients {
            allow_unused: matches!(allow_unused, Value::Bool(true)),
        },
    }
    .go_on(vm)
}

/// How many nodes run between two looks at the clock when nobody is stepping.
const NODES: usize = 32;

/// A backward pass on its way.
struct Walk {
    walk: Backward,
    ending: Ending,
}

/// What the call returns.
enum Ending {
    None,
    Gradients { allow_unused: bool },
}

impl Walk {
    /// Does one thing and says what is next.
    fn go_on(mut self, vm: &mut Vm) -> PyResult<Flow> {
        let torch = torch(vm);
        let mut step = self.walk.step()?;
        if !super::record::watched() {
            // Nobody stops between these nodes; still a slice must come to its end.
            for _ in 0..NODES {
                if !matches!(step, Step::Node(_) | Step::Accumulate(_)) {
                    break;
                }
                step = self.walk.step()?;
            }
        }
        match step {
            Step::Node(_) | Step::Accumulate(_) => {
                vm.spend(crate::ops::cost::take())?;
                Ok(Flow::Pause(Box::new(
                    move |vm: &mut Vm, _: Result<Value, Exception>| self.go_on(vm),
                )))
            }
            Step::Hook { hook, grad } => {
                let callee = called(&hook.payload)?;
                let args = CallArgs::positional([torch.wrap(grad)]);
                let then = move |vm: &mut Vm, result: Result<Value, Exception>| {
                    let replaced = result?;
                    self.walk.reply(replacement(&replaced)?);
                    self.go_on(vm)
                };
                Ok(Flow::Call {
                    callee,
                    args,
                    then: Box::new(then),
                })
            }
            Step::AfterAccumulate { hook, leaf } => {
                let callee = called(&hook.payload)?;
                let args = CallArgs::positional([torch.wrap(leaf)]);
                let then = move |vm: &mut Vm, result: Result<Value, Exception>| {
                    result?;
                    self.walk.reply(None);
                    self.go_on(vm)
                };
                Ok(Flow::Call {
                    callee,
                    args,
                    then: Box::new(then),
                })
            }
            Step::Function {
                payload,
                grads,
                node,
            } => {
                let (callee, args) =
                    super::function::backward_call(&torch, &payload, &node, &grads)?;
                let former = autograd::set_grad_enabled(self.walk.creates_graph());
                let then = move |vm: &mut Vm, result: Result<Value, Exception>| {
                    autograd::set_grad_enabled(former);
                    let result = result?;
                    self.walk
                        .reply_all(super::function::gradients(&payload, &result)?)?;
                    self.go_on(vm)
                };
                Ok(Flow::Call {
                    callee,
                    args,
                    then: Box::new(then),
                })
            }
            Step::Done => self.end(vm),
        }
    }

    fn end(self, vm: &mut Vm) -> PyResult<Flow> {
        let Ending::Gradients { allow_unused } = self.ending else {
            return Ok(Value::None.into());
        };
        let torch = torch(vm);
        let captured = self.walk.captured();
        if !allow_unused && captured.iter().any(Option::is_none) {
            return Err(runtime_error(
                "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the \
                 desired behavior.",
            ));
        }
        Ok(Value::tuple(captured.into_iter().map(|grad| torch.wrap_optional(grad))).into())
    }
}

/// The Python function in a hook.
fn called(payload: &Rc<dyn std::any::Any>) -> PyResult<Value> {
    payload
        .downcast_ref::<Value>()
        .cloned()
        .ok_or_else(|| runtime_error("a hook that is no Python function"))
}

fn replacement(value: &Value) -> PyResult<Option<Tensor>> {
    match value {
        Value::None => Ok(None),
        _ => tensor_of(value)
            .map(Some)
            .ok_or_else(|| type_error("hooks must return None or a Tensor")),
    }
}
