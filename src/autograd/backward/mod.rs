//! The walk from the roots back to the leaves, one node at a time, so that a stepper can stop between nodes and hooks
//! can be functions of the language.

mod accumulate;
mod formula;
mod order;
mod passes;
mod start;

use std::any::Any;
use std::collections::{BinaryHeap, VecDeque};
use std::rc::Rc;

use super::node::{Kind, Node, OutputHook};
use super::{Edge, GradMode, anomaly};
use crate::ops::{Grads, watch};
use crate::tensor::{Hook, Result, Tensor, TensorError};
use accumulate::{accumulate, add};
use formula::fit;
use order::{Ids, Map, Ready};

pub(crate) use formula::run_node;
pub use passes::{passes, take_losses};

/// A backward pass under way: `loss.backward()` or `torch.autograd.grad`.
pub struct Backward {
    retain_graph: bool,
    create_graph: bool,
    /// Nodes whose gradients are complete, by age: the youngest op first, `AccumulateGrad` before all.
    ready: BinaryHeap<Ready>,
    waiting: Map<Waiting>,
    /// With `inputs`: the nodes that lead to them. `None`: all nodes count.
    needed: Option<Ids>,
    captures: Vec<Capture>,
    current: Option<Current>,
}

/// What a step did, or what the caller has to do before the next one.
pub enum Step {
    /// A node ran.
    Node(Rc<Node>),
    /// A gradient was added to (or became) this leaf's `.grad`.
    Accumulate(Tensor),
    /// Call this hook with the gradient, then [`Backward::reply`] with what it returned.
    Hook {
        hook: Hook,
        grad: Tensor,
    },
    /// Call this hook with the leaf itself, then [`Backward::reply`] with nothing.
    AfterAccumulate {
        hook: Hook,
        leaf: Tensor,
    },
    /// Run this Function's backward with the gradients of its outputs, then [`Backward::reply_all`].
    Function {
        payload: Rc<dyn Any>,
        node: Rc<Node>,
        grads: Grads,
    },
    Done,
}

struct Waiting {
    /// Gradients still to come.
    dependencies: usize,
    grads: Grads,
}

struct Capture {
    edge: Edge,
    /// Adds to this tensor's `.grad` (`backward(inputs=...)`) instead of being asked for.
    into: Option<Tensor>,
    grad: Option<Tensor>,
}

/// The node at hand while its hooks are called.
struct Current {
    node: Rc<Node>,
    grads: Grads,
    hooks: VecDeque<(usize, Hook)>,
    after: VecDeque<Hook>,
    stage: Stage,
}

#[derive(PartialEq)]
enum Stage {
    /// Hooks of the outputs are to be called. `Some`: the answer of one is awaited, for that output.
    Before(Option<usize>),
    /// The Function's answer is awaited.
    Function,
    /// Hooks after accumulation. True: the answer of one is awaited.
    After(bool),
}

impl Backward {
    /// Adds a gradient to those that wait at an edge's node.
    fn deliver(&mut self, edge: &Edge, grad: Tensor) -> Result<()> {
        let create_graph = self.create_graph;
        let Some(waiting) = self.waiting.get_mut(&edge.node.id()) else {
            return Ok(());
        };
        if waiting.grads.len() <= edge.output {
            waiting.grads.resize(edge.output + 1, None);
        }
        let slot = &mut waiting.grads[edge.output];
        *slot = Some(match slot.take() {
            None => grad,
            Some(sum) => add(sum, grad, create_graph)?,
        });
        Ok(())
    }

    /// Whether the backward pass is itself recorded: `create_graph=True`.
    pub fn creates_graph(&self) -> bool {
        self.create_graph
    }

    /// Does the next thing.
    ///
    /// # Errors
    /// RuntimeError when the graph was freed or a saved tensor was changed, and whatever a gradient formula raises.
    pub fn step(&mut self) -> Result<Step> {
        if self.current.is_none() {
            let Some(Ready(node)) = self.ready.pop() else {
                return Ok(Step::Done);
            };
            let grads = self
                .waiting
                .remove(&node.id())
                .map_or_else(Grads::new, |waiting| waiting.grads);
            self.current = Some(Current::new(node, grads));
        }
        let Some(current) = &mut self.current else {
            return Ok(Step::Done);
        };
        match &current.stage {
            Stage::Before(_) => {
                while let Some((output, hook)) = current.hooks.pop_front() {
                    if let Some(grad) = current.grads.get(output).cloned().flatten() {
                        current.stage = Stage::Before(Some(output));
                        return Ok(Step::Hook { hook, grad });
                    }
                }
                self.run_current()
            }
            Stage::After(_) => {
                let leaf = current.node.leaf();
                if let (Some(hook), Some(leaf)) = (current.after.pop_front(), leaf) {
                    current.stage = Stage::After(true);
                    return Ok(Step::AfterAccumulate { hook, leaf });
                }
                self.current = None;
                self.step()
            }
            Stage::Function => Err(TensorError::runtime(
                "the backward of a Function was not answered before the next step",
            )),
        }
    }

    /// What the hook of the last [`Step::Hook`] returned: a gradient to take the place of the former one, or nothing.
    pub fn reply(&mut self, grad: Option<Tensor>) {
        if let Some(current) = &mut self.current
            && let (Stage::Before(Some(output)), Some(grad)) = (&current.stage, grad)
        {
            current.grads[*output] = Some(grad);
        }
    }

    /// What the backward of the last [`Step::Function`] returned, one gradient per input.
    ///
    /// # Errors
    /// RuntimeError when there are not as many gradients as inputs, or one has the wrong shape.
    pub fn reply_all(&mut self, grads: Grads) -> Result<()> {
        let Some(current) = self.current.take() else {
            return Ok(());
        };
        let (got, expected) = (grads.len(), current.node.edges().len());
        let surplus_is_none = grads.iter().skip(expected).all(Option::is_none);
        if got < expected || !surplus_is_none {
            return Err(TensorError::runtime(format!(
                "function {} returned an incorrect number of gradients (expected {expected}, got {got})",
                current.node.name()
            )));
        }
        self.pass_on(&current.node, &current.grads, grads)
    }

    /// Runs to the end. For callers without hooks of a language in the graph.
    ///
    /// # Errors
    /// As [`Backward::step`].
    pub fn run(&mut self) -> Result<()> {
        loop {
            match self.step()? {
                Step::Done => return Ok(()),
                Step::Node(_) | Step::Accumulate(_) => {}
                Step::Hook { .. } | Step::AfterAccumulate { .. } => self.reply(None),
                Step::Function { node, .. } => {
                    return Err(TensorError::runtime(format!(
                        "{} can only be run by the program",
                        node.name()
                    )));
                }
            }
        }
    }

    /// After the last step of [`Backward::grad`]: the gradient of each input, `None` where none arrived.
    pub fn captured(self) -> Vec<Option<Tensor>> {
        self.captures
            .into_iter()
            .map(|capture| capture.grad)
            .collect()
    }

    fn run_current(&mut self) -> Result<Step> {
        let Some(mut current) = self.current.take() else {
            return Ok(Step::Done);
        };
        let node = current.node.clone();
        for (output, hook) in node.output_hooks() {
            if let (OutputHook::Retain(tensor), Some(Some(grad))) =
                (hook, current.grads.get(output))
                && let Some(tensor) = tensor.upgrade()
            {
                let _mode = GradMode::set(self.create_graph);
                accumulate(&tensor, grad.clone(), self.create_graph, false)?;
            }
        }
        for capture in &mut self.captures {
            if Rc::ptr_eq(&capture.edge.node, &node) {
                let grad = current.grads.get(capture.edge.output).cloned().flatten();
                match (&capture.into, &grad) {
                    (Some(tensor), Some(grad)) => {
                        let _mode = GradMode::set(self.create_graph);
                        accumulate(tensor, grad.clone(), self.create_graph, true)?;
                    }
                    _ => capture.grad = grad,
                }
            }
        }
        let _mode = GradMode::set(self.create_graph);
        let grads = match &node.kind {
            Kind::Accumulate(leaf) => {
                let grad = current.grads.get_mut(0).and_then(Option::take);
                let (Some(leaf), Some(grad)) = (leaf.upgrade(), grad) else {
                    return Ok(Step::Node(node));
                };
                if self.needed.is_some() {
                    return Ok(Step::Node(node));
                }
                accumulate(&leaf, grad, self.create_graph, true)?;
                current.after = leaf.post_accumulate_hooks().into();
                if !current.after.is_empty() {
                    current.stage = Stage::After(false);
                    self.current = Some(current);
                }
                return Ok(Step::Accumulate(leaf));
            }
            Kind::Function(payload) => {
                if !self.leads_on(&node) {
                    return Ok(Step::Node(node));
                }
                let (payload, grads) = (payload.clone(), current.grads.clone());
                current.stage = Stage::Function;
                self.current = Some(current);
                return Ok(Step::Function {
                    payload,
                    node,
                    grads,
                });
            }
            _ if !self.leads_on(&node) => return Ok(Step::Node(node)),
            _ => watch::during(node.id(), || run_node(&node, &current.grads))?,
        };
        anomaly::check(&node, &grads)?;
        self.pass_on(&node, &current.grads, grads)?;
        if !self.retain_graph {
            node.free();
        }
        Ok(Step::Node(node))
    }

    fn leads_on(&self, node: &Node) -> bool {
        let needed = |id: u64| {
            self.needed
                .as_ref()
                .is_none_or(|needed| needed.contains(&id))
        };
        node.edges()
            .iter()
            .flatten()
            .any(|edge| needed(edge.node.id()))
    }

    /// Hands the gradients of a node's inputs on to where the inputs came from.
    fn pass_on(&mut self, node: &Rc<Node>, outputs: &Grads, mut grads: Grads) -> Result<()> {
        for (index, edge) in node.edges().iter().enumerate() {
            let Some(edge) = edge else { continue };
            if let Some(grad) = grads.get_mut(index)
                && let Some(given) = grad.take()
            {
                *grad = Some(watch::during(node.id(), || fit(node, index, edge, given))?);
            }
        }
        if watch::active() {
            watch::tell(|watch| watch.backward_node(node, outputs, &grads));
        }
        for (index, edge) in node.edges().iter().enumerate() {
            let Some(edge) = edge else { continue };
            if let Some(grad) = grads.get_mut(index).and_then(Option::take) {
                watch::during(node.id(), || self.deliver(edge, grad))?;
            }
            if let Some(waiting) = self.waiting.get_mut(&edge.node.id()) {
                waiting.dependencies -= 1;
                if waiting.dependencies == 0 {
                    self.ready.push(Ready(edge.node.clone()));
                }
            }
        }
        Ok(())
    }
}

impl Current {
    fn new(node: Rc<Node>, grads: Grads) -> Current {
        let mut hooks: VecDeque<(usize, Hook)> = VecDeque::new();
        if let Some(leaf) = node.leaf() {
            hooks.extend(leaf.hooks().into_iter().map(|hook| (0, hook)));
        }
        for (output, hook) in node.output_hooks() {
            if let OutputHook::Call(hook) = hook {
                hooks.push_back((output, hook));
            }
        }
        Current {
            node,
            grads,
            hooks,
            after: VecDeque::new(),
            stage: Stage::Before(None),
        }
    }
}
