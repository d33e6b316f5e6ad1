//! `torch.autograd.Function`: an op whose forward and backward a learner wrote.

use std::any::Any;
use std::rc::Rc;

use super::{Torch, tensor_of};
use crate::autograd::{Edge, Edges, Node, grad_enabled};
use crate::lang::native::{CallArgs, ModuleBuilder};
use crate::lang::{PyResult, Value, Vm, runtime_error, type_error};
use crate::ops::Grads;
use crate::tensor::Tensor;

pub fn add_to(module: ModuleBuilder) -> ModuleBuilder {
    module.function(
        "attach",
        "(ctx, backward, name, inputs, outputs, /)",
        attach,
    )
}

/// What the node of a Function keeps: the context and the `backward` to call with it.
struct Payload {
    ctx: Value,
    backward: Value,
    /// Which of the arguments of `forward` were tensors: the others have no gradient.
    inputs: usize,
}

/// Gives the outputs of a Function a node. `inputs` are all arguments of `forward`, `outputs` a tuple of tensors.
fn attach(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let [ctx, backward, name, inputs, outputs] = slots else {
        return Ok(Value::None);
    };
    let (Value::Tuple(inputs), Value::Tuple(outputs)) = (inputs.base(), outputs.base()) else {
        return Err(type_error("a Function's inputs and outputs come as tuples"));
    };
    let given: Vec<Option<Tensor>> = inputs
        .iter()
        .map(|input| input.native::<Tensor>().cloned())
        .collect();
    if !grad_enabled() || !given.iter().flatten().any(Tensor::requires_grad) {
        return Ok(Value::tuple(outputs.iter().cloned()));
    }
    let edges: Edges = given
        .iter()
        .map(|input| input.as_ref().and_then(Tensor::gradient_edge))
        .collect();
    let torch = super::torch(vm);
    // An input that is handed out as it came in becomes a tensor of its own.
    let made: Vec<Option<Tensor>> = (outputs.iter())
        .map(|output| {
            output.native::<Tensor>().map(|tensor| {
                if tensor.requires_grad() || given.iter().flatten().any(|input| input.same(tensor))
                {
                    tensor.detach()
                } else {
                    tensor.clone()
                }
            })
        })
        .collect();
    let metas = made
        .iter()
        .flatten()
        .map(|tensor| (tensor.shape(), tensor.dtype()))
        .collect();
    let payload = Payload {
        ctx: ctx.clone(),
        backward: backward.clone(),
        inputs: given.len(),
    };
    let node = Node::function(
        name.as_str().unwrap_or("Function").to_string(),
        Rc::new(payload),
        edges,
        metas,
    );
    let mut number = 0;
    let results = outputs
        .iter()
        .zip(made)
        .map(|(output, tensor)| match tensor {
            Some(tensor) => {
                if tensor.dtype().is_float() {
                    tensor.attach(Edge {
                        node: node.clone(),
                        output: number,
                    });
                }
                number += 1;
                torch.wrap(tensor)
            }
            None => output.clone(),
        });
    Ok(Value::tuple(results))
}

/// The call of a Function's backward with the gradients of its outputs.
pub fn backward_call(
    torch: &Torch,
    payload: &Rc<dyn Any>,
    node: &Rc<Node>,
    grads: &Grads,
) -> PyResult<(Value, CallArgs)> {
    let function = payload
        .downcast_ref::<Payload>()
        .ok_or_else(|| runtime_error("a node that is no Function"))?;
    let mut args = vec![function.ctx.clone()];
    for (output, (shape, dtype)) in node.outputs().iter().enumerate() {
        let grad = match grads.get(output) {
            Some(Some(grad)) => grad.clone(),
            // PyTorch gives zeros where no gradient arrived.
            _ => Tensor::new(crate::tensor::Array::zeros(shape.clone(), *dtype)?),
        };
        args.push(torch.wrap(grad));
    }
    Ok((function.backward.clone(), CallArgs::positional(args)))
}

/// What `backward` returned, as one gradient for each argument of `forward`.
pub fn gradients(payload: &Rc<dyn Any>, result: &Value) -> PyResult<Grads> {
    let inputs = payload
        .downcast_ref::<Payload>()
        .map_or(0, |function| function.inputs);
    let items = match result.base() {
        Value::Tuple(items) => items.to_vec(),
        Value::List(list) => list.to_vec(),
        Value::None => vec![Value::None; inputs],
        one => vec![one.clone()],
    };
    items
        .iter()
        .map(|item| match item {
            Value::None => Ok(None),
            _ => tensor_of(item)
                .map(Some)
                .ok_or_else(|| type_error("expected Variable or None (got something else)")),
        })
        .collect()
}
