//! An array with a place in autograd.

use std::any::Any;
use std::cell::{Cell, Ref, RefCell};
use std::fmt;
use std::rc::{Rc, Weak};

use super::{Array, DType, Element, Result, Shape, TensorError};
use crate::autograd::{Edge, Node};

/// A tensor, as PyTorch has it. Cloning the handle gives the same tensor.
#[derive(Clone)]
pub struct Tensor(Rc<Body>);

/// A handle that does not keep its tensor alive.
#[derive(Clone)]
pub struct WeakTensor(Weak<Body>);

struct Body {
    id: u64,
    array: RefCell<Array>,
    /// Set on leaves only; for others `grad_fn` tells.
    requires_grad: Cell<bool>,
    /// Made by `.data`: its changes do not count as changes of the storage.
    uncounted: Cell<bool>,
    grad_fn: RefCell<Option<Edge>>,
    /// The node that adds gradients to `.grad`, once this leaf has been used.
    accumulator: RefCell<Option<Rc<Node>>>,
    grad: RefCell<Option<Tensor>>,
    /// The tensor that this one is a view of, and the storage's version when `grad_fn` was made.
    base: RefCell<Option<(Tensor, Cell<u32>)>>,
    extra: RefCell<Option<Box<Extra>>>,
    companion: RefCell<Option<Weak<dyn Any>>>,
}

/// What few tensors have.
#[derive(Default)]
struct Extra {
    hooks: Vec<Hook>,
    post_accumulate: Vec<Hook>,
    retains_grad: bool,
    name: Option<Rc<str>>,
    arrived: Option<Arrived>,
}

/// Which storage a tensor has and how often it was written to.
pub type Stamp = (u64, u32);

/// The last gradient that backward has added to a leaf's `.grad`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arrived {
    /// How many were added since `.grad` was None or zero.
    pub times: u32,
    /// The leaf's own values then: later ones make the gradient a stale one.
    pub weights: Stamp,
    /// `.grad` with it.
    pub grad: Stamp,
}

/// A function to be called with a gradient. The engine keeps the payload and gives it back when the time comes.
#[derive(Clone)]
pub struct Hook {
    pub id: u64,
    pub payload: Rc<dyn Any>,
}

thread_local! {
    static NEXT_ID: Cell<u64> = const { Cell::new(1) };
}

fn next_id() -> u64 {
    NEXT_ID.replace(NEXT_ID.get() + 1)
}

impl Tensor {
    /// A tensor that requires no gradient.
    pub fn new(array: Array) -> Tensor {
        Tensor(Rc::new(Body {
            id: next_id(),
            array: RefCell::new(array),
            requires_grad: Cell::new(false),
            uncounted: Cell::new(false),
            grad_fn: RefCell::new(None),
            accumulator: RefCell::new(None),
            grad: RefCell::new(None),
            base: RefCell::new(None),
            extra: RefCell::new(None),
            companion: RefCell::new(None),
        }))
    }

    /// A contiguous tensor of these values.
    pub fn from_vec<T: Element>(values: Vec<T>, shape: &[usize]) -> Tensor {
        Tensor::new(Array::from_vec(values, Shape::from_slice(shape)))
    }

    /// A tensor without dimensions.
    pub fn scalar<T: Element>(value: T) -> Tensor {
        Tensor::new(Array::scalar(value))
    }

    /// Unlike any other tensor's of this thread.
    pub fn id(&self) -> u64 {
        self.0.id
    }

    pub fn same(&self, other: &Tensor) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// How many handles there are: 1 means that nobody else can see this tensor.
    pub fn handles(&self) -> usize {
        Rc::strong_count(&self.0)
    }

    pub fn downgrade(&self) -> WeakTensor {
        WeakTensor(Rc::downgrade(&self.0))
    }

    // The array.

    pub fn array(&self) -> Ref<'_, Array> {
        self.0.array.borrow()
    }

    pub fn shape(&self) -> Shape {
        self.0.array.borrow().shape().clone()
    }

    pub fn dtype(&self) -> DType {
        self.0.array.borrow().dtype()
    }

    pub fn ndim(&self) -> usize {
        self.0.array.borrow().ndim()
    }

    pub fn numel(&self) -> usize {
        self.0.array.borrow().numel()
    }

    /// Puts another array in place, as `x.data = y` does. The place in autograd stays.
    pub fn set_array(&self, array: Array) {
        *self.0.array.borrow_mut() = array;
    }

    /// The elements as they are now, whatever is written later. O(1).
    pub fn snapshot(&self) -> Array {
        self.array().snapshot()
    }

    /// `x.detach()`: the same storage, no autograd. In-place changes of either are seen by both, and by version checks.
    pub fn detach(&self) -> Tensor {
        Tensor::new(self.array().clone())
    }

    /// `x.data`: as `detach`, but changes through it are hidden from version checks.
    pub fn data(&self) -> Tensor {
        let data = self.detach();
        data.0.uncounted.set(true);
        data
    }

    pub fn version(&self) -> u32 {
        self.array().storage().version()
    }

    /// Counts an in-place change.
    pub fn bump_version(&self) {
        if !self.0.uncounted.get() {
            self.array().storage().bump_version();
        }
    }

    /// The only element, as `x.item()`.
    ///
    /// # Errors
    /// RuntimeError `a Tensor with 2 elements cannot be converted to Scalar`.
    pub fn item(&self) -> Result<f64> {
        let array = self.array();
        match array.first_f64() {
            Some(value) if array.numel() == 1 => Ok(value),
            _ => Err(TensorError::runtime(format!(
                "a Tensor with {} elements cannot be converted to Scalar",
                array.numel()
            ))),
        }
    }

    // Autograd.

    pub fn requires_grad(&self) -> bool {
        self.0.requires_grad.get() || self.0.grad_fn.borrow().is_some() || self.base_requires_grad()
    }

    /// A view made before its base got a history (by an in-place change) has that history too.
    fn base_requires_grad(&self) -> bool {
        match &*self.0.base.borrow() {
            Some((base, seen)) => seen.get() != base.version() && base.requires_grad(),
            None => false,
        }
    }

    /// Marks a leaf.
    ///
    /// # Errors
    /// RuntimeError on integer tensors, and when a non-leaf is to stop requiring a gradient.
    pub fn set_requires_grad(&self, requires_grad: bool) -> Result<()> {
        if requires_grad && !self.dtype().is_float() {
            return Err(TensorError::runtime(
                "only Tensors of floating point and complex dtype can require gradients",
            ));
        }
        if self.is_leaf() {
            self.0.requires_grad.set(requires_grad);
            return Ok(());
        }
        if requires_grad {
            return Ok(());
        }
        Err(TensorError::runtime(
            "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a \
             subgraph that doesn't require differentiation use var_no_grad = var.detach().",
        ))
    }

    pub fn is_leaf(&self) -> bool {
        self.grad_fn().is_none()
    }

    /// The node that this tensor came from, and which of its outputs it is.
    pub fn grad_fn(&self) -> Option<Edge> {
        if self.base_requires_grad() {
            self.follow_base();
        }
        self.0.grad_fn.borrow().clone()
    }

    /// Makes this tensor the output of a learner's Function.
    pub fn attach(&self, edge: Edge) {
        self.set_grad_fn(Some(edge));
    }

    pub(crate) fn set_grad_fn(&self, edge: Option<Edge>) {
        self.0.requires_grad.set(false);
        *self.0.grad_fn.borrow_mut() = edge;
    }

    /// Where a gradient of this tensor has to go: its `grad_fn`, or for a leaf the node that adds to `.grad`.
    pub fn gradient_edge(&self) -> Option<Edge> {
        if let Some(edge) = self.grad_fn() {
            return Some(edge);
        }
        if !self.0.requires_grad.get() {
            return None;
        }
        let node = self
            .0
            .accumulator
            .borrow_mut()
            .get_or_insert_with(|| Node::accumulate(self))
            .clone();
        Some(Edge { node, output: 0 })
    }

    pub fn grad(&self) -> Option<Tensor> {
        self.0.grad.borrow().clone()
    }

    /// Sets `.grad` unchecked and returns the former one.
    pub fn set_grad(&self, grad: Option<Tensor>) -> Option<Tensor> {
        self.0.grad.replace(grad)
    }

    /// The tensor whose storage this is a view of.
    pub fn base(&self) -> Option<Tensor> {
        self.0.base.borrow().as_ref().map(|(base, _)| base.clone())
    }

    /// Says that this is a view of `base` (or of what that is a view of).
    pub(crate) fn set_base(&self, base: &Tensor) {
        let root = base.base().unwrap_or_else(|| base.clone());
        let version = Cell::new(root.version());
        self.0.uncounted.set(root.0.uncounted.get());
        *self.0.base.borrow_mut() = Some((root, version));
    }

    /// The view's `grad_fn` is up to date with its base.
    pub(crate) fn mark_base_seen(&self) {
        if let Some((base, seen)) = &*self.0.base.borrow() {
            seen.set(base.version());
        }
    }

    /// Derives the view's `grad_fn` anew from its base, whose history has changed.
    fn follow_base(&self) {
        self.mark_base_seen();
        if let Some(base) = self.base() {
            let edge = crate::autograd::view_edge(&base, self);
            *self.0.grad_fn.borrow_mut() = edge;
        }
    }

    // Hooks and names.

    fn extra<R>(&self, act: impl FnOnce(&mut Extra) -> R) -> R {
        act(self.0.extra.borrow_mut().get_or_insert_default())
    }

    /// Registers a hook on the gradient of this tensor; for a non-leaf it lives on its `grad_fn`.
    ///
    /// # Errors
    /// RuntimeError `cannot register a hook on a tensor that doesn't require gradient`.
    pub fn register_hook(&self, payload: Rc<dyn Any>) -> Result<u64> {
        if !self.requires_grad() {
            return Err(TensorError::runtime(
                "cannot register a hook on a tensor that doesn't require gradient",
            ));
        }
        let id = next_id();
        match self.grad_fn() {
            Some(edge) => edge.node.add_hook(edge.output, Hook { id, payload }),
            None => self.extra(|extra| extra.hooks.push(Hook { id, payload })),
        }
        Ok(id)
    }

    /// Registers a hook to be called after `.grad` of this leaf has been added to.
    pub fn register_post_accumulate_grad_hook(&self, payload: Rc<dyn Any>) -> Result<u64> {
        if !self.is_leaf() {
            return Err(TensorError::runtime(
                "post accumulate grad hooks cannot be registered on non-leaf tensors",
            ));
        }
        let id = next_id();
        self.extra(|extra| extra.post_accumulate.push(Hook { id, payload }));
        Ok(id)
    }

    pub fn remove_hook(&self, id: u64) {
        if let Some(edge) = self.grad_fn() {
            edge.node.remove_hook(id);
        }
        if let Some(extra) = &mut *self.0.extra.borrow_mut() {
            extra.hooks.retain(|hook| hook.id != id);
            extra.post_accumulate.retain(|hook| hook.id != id);
        }
    }

    /// Hooks of a leaf.
    pub fn hooks(&self) -> Vec<Hook> {
        self.0
            .extra
            .borrow()
            .as_ref()
            .map_or(Vec::new(), |extra| extra.hooks.clone())
    }

    /// Which storage it has and how often that was written to.
    pub fn stamp(&self) -> Stamp {
        let array = self.array();
        (array.storage().id(), array.storage().version())
    }

    /// The last gradient that backward has added to `.grad`, unless `.grad` is another one by now.
    pub fn arrived(&self) -> Option<Arrived> {
        let arrived = self.0.extra.borrow().as_ref()?.arrived?;
        let grad = self.grad()?;
        (grad.stamp().0 == arrived.grad.0).then_some(arrived)
    }

    /// Notes that backward has added to `.grad`.
    pub(crate) fn note_arrival(&self, times: u32) {
        let (weights, grad) = (self.stamp(), self.grad().map(|grad| grad.stamp()));
        self.extra(|extra| {
            extra.arrived = grad.map(|grad| Arrived {
                times,
                weights,
                grad,
            })
        });
    }

    pub fn post_accumulate_hooks(&self) -> Vec<Hook> {
        self.0
            .extra
            .borrow()
            .as_ref()
            .map_or(Vec::new(), |extra| extra.post_accumulate.clone())
    }

    /// Keeps this non-leaf's gradient in `.grad` at the next backward.
    ///
    /// # Errors
    /// RuntimeError `can't retain_grad on Tensor that has requires_grad=False`.
    pub fn retain_grad(&self) -> Result<()> {
        if !self.requires_grad() {
            return Err(TensorError::runtime(
                "can't retain_grad on Tensor that has requires_grad=False",
            ));
        }
        if let Some(edge) = self.grad_fn()
            && !self.retains_grad()
        {
            self.extra(|extra| extra.retains_grad = true);
            edge.node.retain_output(edge.output, self.downgrade());
        }
        Ok(())
    }

    pub fn retains_grad(&self) -> bool {
        self.0
            .extra
            .borrow()
            .as_ref()
            .is_some_and(|extra| extra.retains_grad)
    }

    /// A name for the tensor, given by whoever made it; autograd does not look at it.
    pub fn name(&self) -> Option<Rc<str>> {
        self.0
            .extra
            .borrow()
            .as_ref()
            .and_then(|extra| extra.name.clone())
    }

    pub fn set_name(&self, name: &str) {
        self.extra(|extra| extra.name = Some(name.into()));
    }

    /// The object that stands for this tensor in another language, if it is still there.
    pub fn companion(&self) -> Option<Rc<dyn Any>> {
        self.0.companion.borrow().as_ref().and_then(Weak::upgrade)
    }

    pub fn set_companion(&self, companion: Weak<dyn Any>) {
        *self.0.companion.borrow_mut() = Some(companion);
    }
}

impl WeakTensor {
    pub fn upgrade(&self) -> Option<Tensor> {
        self.0.upgrade().map(Tensor)
    }
}

impl fmt::Debug for Tensor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let array = self.array();
        write!(
            f,
            "Tensor({} {:?} {:?})",
            array.dtype().name(),
            array.shape().as_slice(),
            array.to_f64_vec()
        )
    }
}
