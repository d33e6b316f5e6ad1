//! Calling an op: run it, leave a node behind if a gradient may be asked for, tell the watcher.

use std::rc::Rc;

use smallvec::SmallVec;

use super::watch::{self, OpEvent};
use super::{Arg, Args, Forward, Op, Out, Outputs, Save, cost, signature};
use crate::autograd::{Edge, Edges, Node, Saved, copy_slices, grad_enabled};
use crate::tensor::{Array, Result, Tensor, TensorError, size_text};

/// Calls an op.
///
/// # Errors
/// PyTorch's, for arguments that it does not take.
pub fn call(op: &'static Op, mut args: Args) -> Result<Outputs> {
    args.op = Some(op);
    let kernel = match op.forward {
        Forward::Composite(compose) => return compose_named(op, compose, &args),
        Forward::Kernel(kernel) => kernel,
    };
    check_constants(op, &args)?;
    let arrays = run(op, kernel, &args)?;
    let outputs: Outputs = arrays.into_iter().map(Tensor::new).collect();
    if op.view
        && let Arg::Tensor(base) = args.at(0)
    {
        outputs.iter().for_each(|output| output.set_base(base));
    }
    if op.backward.is_some() && grad_enabled() && args.tensors().any(Tensor::requires_grad) {
        let kept = watch::active().then(|| args.clone());
        let node = make_node(op, args, &outputs);
        for (output, tensor) in outputs.iter().enumerate() {
            if tensor.dtype().is_float() {
                tensor.set_grad_fn(Some(Edge {
                    node: node.clone(),
                    output,
                }));
            }
        }
        if op.view {
            outputs.iter().for_each(Tensor::mark_base_seen);
        }
        if let Some(args) = kept {
            tell(op, &args, &outputs, false, Some(&node));
        }
    } else if watch::active() {
        tell(op, &args, &outputs, false, None);
    }
    Ok(outputs)
}

/// Calls an op for its only output.
///
/// # Errors
/// As [`call`].
pub fn call_one(op: &'static Op, args: Args) -> Result<Tensor> {
    let mut outputs = call(op, args)?;
    match outputs.pop() {
        Some(output) => Ok(output),
        None => Err(TensorError::runtime(format!("{} gave no output", op.name))),
    }
}

/// Calls the in-place twin (`add_`): writes the output over the first argument, which it returns.
///
/// # Errors
/// As [`call`], and PyTorch's for leaves that require a gradient, for shapes and dtypes that do not fit.
pub fn call_in_place(op: &'static Op, mut args: Args) -> Result<Tensor> {
    args.op = Some(op);
    let target = args.tensor(0)?.clone();
    let differentiate = grad_enabled() && args.tensors().any(Tensor::requires_grad);
    if differentiate {
        check_leaf(&target)?;
    }
    let kernel = match op.forward {
        Forward::Kernel(kernel) => kernel,
        Forward::Composite(compose) => {
            let result = compose(&args)?;
            let result = result
                .first()
                .cloned()
                .ok_or_else(|| TensorError::runtime(format!("{} gave no output", op.name)))?;
            return copy_into(&target, &result);
        }
    };
    let arrays = run(op, kernel, &args)?;
    let Some(result) = arrays.first() else {
        return Err(TensorError::runtime(format!("{} gave no output", op.name)));
    };
    check_result(&target, result)?;
    let old_args = differentiate.then(|| {
        let mut old_args = args.clone();
        old_args[0] = Arg::Tensor(as_it_was(op, &target));
        old_args
    });
    target.array().write(result)?;
    target.bump_version();
    let node = old_args.filter(|_| op.backward.is_some()).map(|old_args| {
        let node = make_node(op, old_args, std::slice::from_ref(&target));
        rebase(&target, &node);
        node
    });
    if watch::active() {
        tell(
            op,
            &args,
            std::slice::from_ref(&target),
            true,
            node.as_ref(),
        );
    }
    Ok(target)
}

/// Runs an op that is made of others. Where PyTorch has a kernel of its own for it, the last node takes that one's name.
fn compose_named(
    op: &'static Op,
    compose: fn(&Args) -> Result<Outputs>,
    args: &Args,
) -> Result<Outputs> {
    let newest = Node::newest();
    let outputs = op.check_dtype(args).and_then(|()| compose(args))?;
    if let Some(name) = op.grad_fn_of {
        let made = outputs.iter().filter_map(Tensor::grad_fn);
        made.filter(|edge| edge.node.id() > newest)
            .for_each(|edge| edge.node.rename(name(args)));
    }
    Ok(outputs)
}

/// `target.copy_(source)`, from ops that are made of other ops.
fn copy_into(target: &Tensor, source: &Tensor) -> Result<Tensor> {
    call_in_place(&super::view::copy::OP, (target, source).into())
}

fn run(op: &'static Op, kernel: fn(&Args) -> Result<Out>, args: &Args) -> Result<Out> {
    let result = op.check_dtype(args).and_then(|()| kernel(args));
    if let Err(error) = &result
        && watch::active()
    {
        watch::tell(|watch| watch.failed(op, args, error));
    }
    if let Ok(outputs) = &result {
        cost::add(op, args, outputs);
    }
    result
}

fn tell(op: &'static Op, args: &Args, outputs: &[Tensor], in_place: bool, node: Option<&Rc<Node>>) {
    let event = OpEvent {
        op,
        args,
        outputs,
        in_place,
        node,
        during: watch::current_node(),
    };
    watch::tell(|watch| watch.op(&event));
}

fn check_constants(op: &'static Op, args: &Args) -> Result<()> {
    for (input, function) in op.constants {
        let Arg::Tensor(tensor) = args.at(*input) else {
            continue;
        };
        if tensor.requires_grad() && grad_enabled() {
            let name = signature::parameters(op.signature)
                .nth(*input)
                .map_or("", |parameter| parameter.name);
            return Err(TensorError::runtime(format!(
                "The function '{}' is not differentiable with respect to argument '{name}'. This input cannot have \
                 requires_grad True.",
                function(args)
            ))
            .because(format!(
                "Here {name} is a constant: give {name}.detach(), and nothing is learned through it."
            )));
        }
    }
    Ok(())
}

fn check_leaf(target: &Tensor) -> Result<()> {
    if target.requires_grad() && target.is_leaf() {
        return Err(TensorError::runtime("a leaf Variable that requires grad is being used in an in-place operation.")
            .because(
                "Backward needs this tensor as it was, and its .grad belongs to that value. Update it inside \
                 `with torch.no_grad():`, or make a new tensor.",
            ));
    }
    if target
        .base()
        .is_some_and(|base| base.requires_grad() && base.is_leaf())
    {
        return Err(TensorError::runtime(
            "a view of a leaf Variable that requires grad is being used in an in-place operation.",
        ));
    }
    Ok(())
}

fn check_result(target: &Tensor, result: &Array) -> Result<()> {
    let array = target.array();
    if array.shape() != result.shape() {
        return Err(TensorError::runtime(format!(
            "output with shape {} doesn't match the broadcast shape {}",
            size_text(array.shape()),
            size_text(result.shape())
        )));
    }
    if result.dtype().category() > array.dtype().category() {
        return Err(TensorError::runtime(format!(
            "result type {} can't be cast to the desired output type {}",
            result.dtype().word(),
            array.dtype().word()
        )));
    }
    let repeated = array
        .shape()
        .iter()
        .zip(array.strides())
        .any(|(&size, &stride)| size > 1 && stride == 0);
    if repeated {
        return Err(TensorError::runtime(
            "unsupported operation: more than one element of the written-to tensor refers to a single memory location. \
             Please clone() the tensor before performing the operation.",
        ));
    }
    Ok(())
}

/// The tensor before an in-place change: same history and, if backward will look at them, the elements as they were.
fn as_it_was(op: &Op, target: &Tensor) -> Tensor {
    let looks = op
        .saves
        .iter()
        .any(|save| matches!(save, Save::Input(0) | Save::InputFor(0, _)));
    let old = Tensor::new(if looks {
        target.snapshot()
    } else {
        target.array().clone()
    });
    old.set_grad_fn(target.grad_fn());
    old
}

/// Gives a changed tensor its new history; for a view, through the tensor that it is a view of.
fn rebase(target: &Tensor, node: &Rc<Node>) {
    match target.base() {
        None => target.set_grad_fn(Some(Edge {
            node: node.clone(),
            output: 0,
        })),
        Some(base) => {
            let edge = copy_slices(&base, target, node.clone());
            base.set_grad_fn(Some(edge));
            // The view reads its history anew from the base when it is asked for.
        }
    }
}

fn make_node(op: &'static Op, args: Args, outputs: &[Tensor]) -> Rc<Node> {
    let mut edges = Edges::new();
    // PyTorch makes a tensor of a number that one of these is called with.
    let wraps = matches!(op.name, "add" | "sub" | "mul" | "div");
    let mut shown = 0u64;
    for (argument, arg) in args.iter().enumerate() {
        let at = edges.len();
        let is_operand = match arg {
            Arg::Tensor(tensor) => {
                edges.push(tensor.gradient_edge());
                true
            }
            Arg::Tensors(tensors) => {
                edges.extend(tensors.iter().map(Tensor::gradient_edge));
                true
            }
            _ => {
                edges.push(None);
                wraps && argument < 2
            }
        };
        if is_operand {
            shown |= u64::MAX.checked_shl(at as u32).unwrap_or(0);
        } else {
            shown &= !u64::MAX.checked_shl(at as u32).unwrap_or(0);
        }
    }
    let name = op.node_name(&args);
    let mut kept = 0u32;
    let mut saved = Saved {
        args,
        versions: SmallVec::new(),
        outputs: SmallVec::new(),
    };
    for save in op.saves {
        match *save {
            Save::Input(input) => kept |= 1 << input,
            Save::InputFor(input, other) if matches!(edges.get(other), Some(Some(_))) => {
                kept |= 1 << input
            }
            Save::InputFor(..) => {}
            Save::Snapshot(input) => {
                if let Some(Arg::Tensor(tensor)) = saved.args.get(input) {
                    let snapshot = Tensor::new(tensor.snapshot());
                    saved.args[input] = Arg::Tensor(snapshot);
                    kept |= 1 << input;
                }
            }
            Save::Output(output) => {
                saved.outputs.resize(output + 1, None);
                if let Some(tensor) = outputs.get(output) {
                    saved.outputs[output] = Some((tensor.array().clone(), tensor.version()));
                }
            }
        }
    }
    for (index, arg) in saved.args.iter_mut().enumerate() {
        let Arg::Tensor(tensor) = arg else {
            saved.versions.push(0);
            continue;
        };
        if kept & (1 << index) != 0 {
            saved.versions.push(tensor.version());
        } else {
            saved.versions.push(0);
            *arg = Arg::Like(tensor.shape(), tensor.dtype());
        }
    }
    let metas = outputs
        .iter()
        .map(|tensor| (tensor.shape(), tensor.dtype()))
        .collect();
    Node::of_op(name, op, saved, edges, shown, metas)
}
