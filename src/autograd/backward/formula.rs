//! One node's gradient formula: what it needs to run, and what its answer is made to fit.

use std::rc::Rc;

use crate::autograd::node::{Kind, Node};
use crate::autograd::{Edge, views};
use crate::ops::{self, Context, Grads};
use crate::tensor::{Array, Result, Tensor, TensorError, size_text};

/// Runs the gradient formula of a node.
pub(crate) fn run_node(node: &Rc<Node>, grads: &Grads) -> Result<Grads> {
    match &node.kind {
        Kind::Op { op, saved } => {
            let saved = saved.borrow();
            let Some(saved) = saved.as_ref() else {
                return Err(freed());
            };
            if let Some((index, array, version)) = saved.changed() {
                return Err(changed(node, index, saved.args.len(), &array, version));
            }
            match op.backward {
                Some(formula) => formula(&Context::new(node, saved, grads)),
                None => Err(TensorError::runtime(format!(
                    "derivative for {} is not implemented",
                    op.name
                ))),
            }
        }
        Kind::CopySlices { inner, base, view } => views::run_copy_slices(inner, base, view, grads),
        Kind::AsStrided { base, view } => views::run_as_strided(base, view, grads),
        Kind::Accumulate(_) | Kind::Function(_) => Ok(Grads::new()),
    }
}

/// `Exp` of `ExpBackward0`.
fn function_name(node: &str) -> &str {
    let word = node.trim_end_matches(|c: char| c.is_ascii_digit());
    word.strip_suffix("Backward").unwrap_or(node)
}

fn freed() -> TensorError {
    TensorError::runtime(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already \
         been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). \
         Specify retain_graph=True if you need to backward through the graph a second time or if you need to access \
         saved tensors after calling backward.",
    )
    .because(
        "The first backward() used up what the forward pass had kept. Run the forward pass again for a fresh graph, or \
         keep this one with retain_graph=True.",
    )
}

fn changed(node: &Node, index: usize, inputs: usize, array: &Array, version: u32) -> TensorError {
    let word = array.dtype().word();
    let shape = size_text(array.shape());
    let origin = if index >= inputs {
        let name = node.name();
        let name = function_name(name);
        format!(", which is output {} of {name},", index - inputs)
    } else {
        node.edges()
            .get(index)
            .and_then(Option::as_ref)
            .map_or(String::new(), |edge| {
                let name = edge.node.name();
                let name = function_name(name);
                match edge.node.kind {
                    Kind::Accumulate(_) => String::new(),
                    _ => format!(", which is output {} of {name},", edge.output),
                }
            })
    };
    TensorError::runtime(format!(
        "one of the variables needed for gradient computation has been modified by an inplace operation: \
         [torch.{word}Tensor {shape}]{origin} is at version {}; expected version {version} instead. Hint: enable anomaly \
         detection to find the operation that failed to compute its gradient, with \
         torch.autograd.set_detect_anomaly(True, check_nan=False).",
        array.storage().version(),
    ))
    .because(format!(
        "{} needs the values that this tensor had during the forward pass, and they have been overwritten since.",
        node.name()
    ))
}

/// Brings a gradient to the shape and dtype of what it is the gradient of: sums what was broadcast.
pub(super) fn fit(node: &Node, index: usize, edge: &Edge, mut grad: Tensor) -> Result<Tensor> {
    let Some((shape, dtype)) = edge.node.outputs().get(edge.output) else {
        return Ok(grad);
    };
    let fits = grad.array().shape() == shape;
    if !fits {
        grad = ops::sum_to_size(&grad, shape).map_err(|_| {
            TensorError::runtime(format!(
                "Function {} returned an invalid gradient at index {index} - got {} but expected shape compatible with {}",
                node.name(),
                size_text(&grad.shape()),
                size_text(shape)
            ))
        })?;
    }
    if grad.dtype() != *dtype {
        ops::to_dtype(&grad, *dtype)
    } else {
        Ok(grad)
    }
}
