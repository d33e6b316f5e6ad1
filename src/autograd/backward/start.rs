//! The beginning of a backward pass: its roots, how many gradients each node waits for, and, where only some inputs are
//! wanted, which nodes lead to them.

use std::collections::{BinaryHeap, HashSet};
use std::rc::Rc;

use smallvec::SmallVec;

use super::order::{Ids, Map, Ready};
use super::{Backward, Capture, Waiting, passes};
use crate::autograd::{Edge, Node};
use crate::ops::Grads;
use crate::tensor::{Array, Result, Tensor, TensorError, shape_text, size_text};

impl Backward {
    /// Prepares `torch.autograd.backward(roots, grads)`. `inputs`: only into these tensors' `.grad`.
    ///
    /// # Errors
    /// RuntimeError when a root needs no gradient, when a gradient is missing for a root with several elements, or has
    /// another shape than its root.
    pub fn new(
        roots: &[Tensor],
        grads: &[Option<Tensor>],
        retain_graph: bool,
        create_graph: bool,
        inputs: Option<&[Tensor]>,
    ) -> Result<Backward> {
        let into = inputs.map(|inputs| inputs.iter().map(|input| (input.clone(), true)).collect());
        Self::start(roots, grads, retain_graph, create_graph, into)
    }

    /// Prepares `torch.autograd.grad(roots, inputs, grads)`: see [`Backward::captured`].
    ///
    /// # Errors
    /// As [`Backward::new`]; RuntimeError `One of the differentiated Tensors does not require grad`.
    pub fn grad(
        roots: &[Tensor],
        inputs: &[Tensor],
        grads: &[Option<Tensor>],
        retain_graph: bool,
        create_graph: bool,
    ) -> Result<Backward> {
        let into = inputs.iter().map(|input| (input.clone(), false)).collect();
        Self::start(roots, grads, retain_graph, create_graph, Some(into))
    }

    fn start(
        roots: &[Tensor],
        grads: &[Option<Tensor>],
        retain_graph: bool,
        create_graph: bool,
        inputs: Option<Vec<(Tensor, bool)>>,
    ) -> Result<Backward> {
        passes::count(roots);
        let mut walk = Backward {
            retain_graph,
            create_graph,
            ready: BinaryHeap::new(),
            waiting: Map::default(),
            needed: None,
            captures: Vec::new(),
            current: None,
        };
        let mut starts: SmallVec<[(Edge, Tensor); 1]> = SmallVec::new();
        for (number, root) in roots.iter().enumerate() {
            let grad = root_grad(number, root, grads.get(number).cloned().flatten())?;
            let Some(edge) = root.gradient_edge() else {
                return Err(TensorError::runtime(format!(
                    "element {number} of tensors does not require grad and does not have a grad_fn"
                ))
                .because(
                    "No tensor that this one was computed from has requires_grad=True (or it was computed under no_grad, \
                     or detached), so there is nothing to go back to.",
                ));
            };
            starts.push((edge, grad));
        }
        if let Some(inputs) = inputs {
            for (input, accumulate) in inputs {
                let Some(edge) = input.gradient_edge() else {
                    return Err(TensorError::runtime(
                        "One of the differentiated Tensors does not require grad",
                    ));
                };
                walk.captures.push(Capture {
                    edge,
                    into: accumulate.then_some(input),
                    grad: None,
                });
            }
            walk.find_needed(starts.iter().map(|(edge, _)| &edge.node));
        }
        walk.count_dependencies(starts.iter().map(|(edge, _)| &edge.node));
        for (edge, grad) in starts {
            walk.deliver(&edge, grad)?;
            let waiting = walk
                .waiting
                .get(&edge.node.id())
                .is_some_and(|w| w.dependencies == 0);
            let queued = walk
                .ready
                .iter()
                .any(|ready| Rc::ptr_eq(&ready.0, &edge.node));
            if waiting && !queued {
                walk.ready.push(Ready(edge.node));
            }
        }
        Ok(walk)
    }

    fn count_dependencies<'a>(&mut self, roots: impl Iterator<Item = &'a Rc<Node>>) {
        let mut stack: Vec<Rc<Node>> = Vec::new();
        for root in roots {
            self.waiting.entry(root.id()).or_insert_with(|| {
                stack.push(root.clone());
                Waiting {
                    dependencies: 0,
                    grads: Grads::new(),
                }
            });
        }
        while let Some(node) = stack.pop() {
            for edge in node.edges().iter().flatten() {
                if self
                    .needed
                    .as_ref()
                    .is_some_and(|needed| !needed.contains(&edge.node.id()))
                {
                    continue;
                }
                let entry = self.waiting.entry(edge.node.id()).or_insert_with(|| {
                    stack.push(edge.node.clone());
                    Waiting {
                        dependencies: 0,
                        grads: Grads::new(),
                    }
                });
                entry.dependencies += 1;
            }
        }
    }

    /// Finds the nodes from which a wanted input can be reached.
    fn find_needed<'a>(&mut self, roots: impl Iterator<Item = &'a Rc<Node>>) {
        let wanted: HashSet<u64> = self
            .captures
            .iter()
            .map(|capture| capture.edge.node.id())
            .collect();
        let mut needed: Ids = HashSet::default();
        let mut seen: Ids = HashSet::default();
        // Post-order: a node is looked at a second time when all that it leads to is known.
        let mut stack: Vec<(Rc<Node>, bool)> = roots.map(|root| (root.clone(), false)).collect();
        while let Some((node, children_done)) = stack.pop() {
            if children_done {
                let leads = node
                    .edges()
                    .iter()
                    .flatten()
                    .any(|edge| needed.contains(&edge.node.id()));
                if leads || wanted.contains(&node.id()) {
                    needed.insert(node.id());
                }
            } else if seen.insert(node.id()) {
                stack.push((node.clone(), true));
                stack.extend(
                    node.edges()
                        .iter()
                        .flatten()
                        .map(|edge| (edge.node.clone(), false)),
                );
            }
        }
        self.needed = Some(needed);
    }
}

/// The gradient to start with: as given, or 1 for a tensor with one element.
fn root_grad(number: usize, root: &Tensor, grad: Option<Tensor>) -> Result<Tensor> {
    let Some(grad) = grad else {
        if root.numel() != 1 {
            return Err(TensorError::runtime("grad can be implicitly created only for scalar outputs").because(format!(
                "This tensor has shape {}: backward() needs one number to start from. Reduce it with .sum() or .mean(), or \
                 pass gradient= of the same shape.",
                size_text(&root.shape())
            )));
        }
        return Ok(Tensor::new(Array::ones(root.shape(), root.dtype())?));
    };
    if grad.shape() != root.shape() {
        return Err(TensorError::runtime(format!(
            "Mismatch in shape: grad_output[{number}] has a shape of {} and output[{number}] has a shape of {}.",
            shape_text(&grad.shape()),
            shape_text(&root.shape())
        )));
    }
    Ok(grad)
}
