//! What an op leaves behind for backward: where its inputs came from, and what its gradient formula needs.

use std::any::Any;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell, Ref, RefCell};
use std::fmt;
use std::rc::Rc;

use smallvec::SmallVec;

use super::Geometry;
use crate::ops::{Arg, Args, Op};
use crate::tensor::{Array, DType, Hook, Shape, Tensor, WeakTensor};

/// A way for a gradient to go: to a node, as the gradient of its output number `output`.
#[derive(Clone)]
pub struct Edge {
    pub node: Rc<Node>,
    pub output: usize,
}

/// One entry per input; `None` for those that need no gradient.
pub type Edges = SmallVec<[Option<Edge>; 3]>;

/// Shape and dtype that a gradient must have.
pub type GradMeta = (Shape, DType);

/// A step of the backward pass: `grad_fn`.
pub struct Node {
    id: u64,
    name: Cow<'static, str>,
    renamed: OnceCell<Box<str>>,
    pub(crate) kind: Kind,
    edges: Edges,
    /// Which of the first 64 edges belong to arguments that may be tensors: the others are not shown.
    shown: u64,
    outputs: SmallVec<[GradMeta; 1]>,
    hooks: RefCell<Vec<(usize, OutputHook)>>,
}

/// What a node does. Most nodes are ops: boxing what those save would cost an allocation for each.
#[allow(clippy::large_enum_variant)]
pub enum Kind {
    /// Adds the gradient to `.grad` of a leaf.
    Accumulate(WeakTensor),
    /// The gradient formula of an op. Without saved values when backward has freed them.
    Op {
        op: &'static Op,
        saved: RefCell<Option<Saved>>,
    },
    /// The history of a base after an in-place change of a view: the part in the view goes through `inner`.
    CopySlices {
        inner: Rc<Node>,
        base: Geometry,
        view: Geometry,
    },
    /// A view read anew from its changed base.
    AsStrided { base: Geometry, view: Geometry },
    /// A learner's `torch.autograd.Function`; the payload is the language's.
    Function(Rc<dyn Any>),
}

/// What an op keeps for its gradient formula.
pub struct Saved {
    /// The op's arguments. A tensor that the formula does not need is replaced by its shape and dtype.
    pub args: Args,
    /// The version that each kept tensor had, by argument.
    pub versions: SmallVec<[u32; 4]>,
    /// The outputs that the formula needs.
    pub outputs: SmallVec<[Option<(Array, u32)>; 1]>,
}

/// What is to be done with the gradient of an output before the node runs.
#[derive(Clone)]
pub(crate) enum OutputHook {
    Call(Hook),
    Retain(WeakTensor),
}

/// What a dropped node held.
type Garbage = (Edges, Option<Saved>);

thread_local! {
    static NEXT_ID: Cell<u64> = const { Cell::new(1) };
    static GARBAGE: RefCell<Option<Vec<Garbage>>> = const { RefCell::new(None) };
}

impl Node {
    pub(crate) fn new(
        name: impl Into<Cow<'static, str>>,
        kind: Kind,
        edges: Edges,
        outputs: SmallVec<[GradMeta; 1]>,
    ) -> Rc<Node> {
        let id = NEXT_ID.replace(NEXT_ID.get() + 1);
        Rc::new(Node {
            id,
            name: name.into(),
            renamed: OnceCell::new(),
            kind,
            edges,
            shown: u64::MAX,
            outputs,
            hooks: RefCell::default(),
        })
    }

    /// The node of an op. `shown`: a bit for each edge whose argument was a tensor.
    pub(crate) fn of_op(
        name: &'static str,
        op: &'static Op,
        saved: Saved,
        edges: Edges,
        shown: u64,
        outputs: SmallVec<[GradMeta; 1]>,
    ) -> Rc<Node> {
        let saved = Some(saved).into();
        let mut node = Node::new(name, Kind::Op { op, saved }, edges, outputs);
        if let Some(node) = Rc::get_mut(&mut node) {
            node.shown = shown;
        }
        node
    }

    pub(crate) fn accumulate(leaf: &Tensor) -> Rc<Node> {
        let meta = (leaf.shape(), leaf.dtype());
        Node::new(
            "AccumulateGrad",
            Kind::Accumulate(leaf.downgrade()),
            Edges::new(),
            SmallVec::from_iter([meta]),
        )
    }

    /// The node of a learner's Function: `name` is `SquareBackward`, `edges` go to its inputs.
    pub fn function(
        name: String,
        payload: Rc<dyn Any>,
        edges: Edges,
        outputs: SmallVec<[GradMeta; 1]>,
    ) -> Rc<Node> {
        Node::new(name, Kind::Function(payload), edges, outputs)
    }

    /// The id of the node that was made last.
    pub fn newest() -> u64 {
        NEXT_ID.get() - 1
    }

    /// Grows with each node made: later ops have greater ones.
    pub fn id(&self) -> u64 {
        self.id
    }

    /// `AddBackward0`
    pub fn name(&self) -> &str {
        self.renamed.get().map_or(&self.name, |name| name)
    }

    /// Gives the last node of a function that is written in ops the name of PyTorch's own kernel. Once.
    pub fn rename(&self, name: &str) {
        let _ = self.renamed.set(name.into());
    }

    /// Where the gradients of the inputs go: `next_functions`.
    pub fn edges(&self) -> &Edges {
        &self.edges
    }

    /// The edges as PyTorch lists them: one for each argument that is a tensor.
    pub fn next_functions(&self) -> Vec<Option<Edge>> {
        let shown = |at: usize| at >= 64 || self.shown >> at & 1 == 1;
        let edges = self.edges.iter().enumerate();
        edges
            .filter(|(at, edge)| edge.is_some() || shown(*at))
            .map(|(_, edge)| edge.clone())
            .collect()
    }

    /// Shapes and dtypes of the outputs.
    pub fn outputs(&self) -> &[GradMeta] {
        &self.outputs
    }

    /// The op whose gradient this node computes.
    pub fn op(&self) -> Option<&'static Op> {
        match &self.kind {
            Kind::Op { op, .. } => Some(op),
            Kind::CopySlices { inner, .. } => inner.op(),
            _ => None,
        }
    }

    /// The leaf whose `.grad` this node adds to.
    pub fn leaf(&self) -> Option<Tensor> {
        match &self.kind {
            Kind::Accumulate(leaf) => leaf.upgrade(),
            _ => None,
        }
    }

    /// The learner's Function behind this node.
    pub fn payload(&self) -> Option<&Rc<dyn Any>> {
        match &self.kind {
            Kind::Function(payload) => Some(payload),
            _ => None,
        }
    }

    /// What the op saved; `None` after backward has freed it.
    pub fn saved(&self) -> Option<Ref<'_, Saved>> {
        match &self.kind {
            Kind::Op { saved, .. } => Ref::filter_map(saved.borrow(), Option::as_ref).ok(),
            Kind::CopySlices { inner, .. } => inner.saved(),
            _ => None,
        }
    }

    /// Lets go of what the op saved.
    pub(crate) fn free(&self) {
        match &self.kind {
            Kind::Op { saved, .. } => {
                saved.borrow_mut().take();
            }
            Kind::CopySlices { inner, .. } => inner.free(),
            _ => {}
        }
    }

    pub(crate) fn add_hook(&self, output: usize, hook: Hook) {
        self.hooks
            .borrow_mut()
            .push((output, OutputHook::Call(hook)));
    }

    pub(crate) fn remove_hook(&self, id: u64) {
        self.hooks
            .borrow_mut()
            .retain(|(_, hook)| !matches!(hook, OutputHook::Call(hook) if hook.id == id));
    }

    pub(crate) fn retain_output(&self, output: usize, tensor: WeakTensor) {
        self.hooks
            .borrow_mut()
            .push((output, OutputHook::Retain(tensor)));
    }

    pub(crate) fn output_hooks(&self) -> Vec<(usize, OutputHook)> {
        self.hooks.borrow().clone()
    }
}

/// A graph is as deep as a program runs long: letting go of one node after the other must not recurse.
impl Drop for Node {
    fn drop(&mut self) {
        let edges = std::mem::take(&mut self.edges);
        let saved = match &mut self.kind {
            Kind::Op { saved, .. } => saved.get_mut().take(),
            _ => None,
        };
        if edges.is_empty() && saved.is_none() {
            return;
        }
        let nested = GARBAGE.with_borrow_mut(|garbage| match garbage {
            Some(list) => {
                let _: () = list.push((edges, saved));
                Some(())
            }
            None => {
                *garbage = Some(vec![(edges, saved)]);
                None
            }
        });
        if nested.is_some() {
            return;
        }
        while let Some(item) =
            GARBAGE.with_borrow_mut(|garbage| garbage.as_mut().and_then(Vec::pop))
        {
            drop(item);
        }
        GARBAGE.set(None);
    }
}

impl Saved {
    /// The number of the first kept tensor that was changed since: its argument index (outputs count from
    /// `args.len()`), the tensor's array and the version that it should have.
    pub(crate) fn changed(&self) -> Option<(usize, Array, u32)> {
        for (index, (arg, &version)) in self.args.iter().zip(&self.versions).enumerate() {
            if let Arg::Tensor(tensor) = arg
                && tensor.version() != version
            {
                return Some((index, tensor.array().clone(), version));
            }
        }
        for (index, output) in self.outputs.iter().enumerate() {
            if let Some((array, version)) = output
                && array.storage().version() != *version
            {
                return Some((self.args.len() + index, array.clone(), *version));
            }
        }
        None
    }
}

impl fmt::Debug for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} object>", self.name)
    }
}
