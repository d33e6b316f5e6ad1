//! Telling a recorder what happens. Without one, an op pays a single flag test.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::{Args, Grads, Op, Out, Outputs};
use crate::autograd::{GradMode, Node};
use crate::tensor::{Result, Tensor, TensorError};

/// Somebody who wants to know. Called in the middle of an op: must not call ops itself.
pub trait Watch {
    /// An op has run.
    fn op(&mut self, event: &OpEvent);
    /// An op has failed; its inputs are what they were.
    fn failed(&mut self, _op: &'static Op, _args: &Args, _error: &TensorError) {}
    /// A node of the backward pass has run: gradients of its outputs came in, of its inputs went out (by edge).
    fn backward_node(&mut self, _node: &Rc<Node>, _grads_in: &Grads, _grads_out: &Grads) {}
    /// A gradient is about to be added to `.grad` of a leaf, which holds `before`; it will be the sum of `times`.
    fn accumulate(
        &mut self,
        _leaf: &Tensor,
        _incoming: &Tensor,
        _before: Option<&Tensor>,
        _times: u32,
    ) {
    }
}

/// A call of an op.
pub struct OpEvent<'a> {
    pub op: &'static Op,
    /// Of an in-place call the first one is the tensor that was changed, with its new elements.
    pub args: &'a Args,
    pub outputs: &'a [Tensor],
    pub in_place: bool,
    /// The node it left behind.
    pub node: Option<&'a Rc<Node>>,
    /// The id of the node whose gradient formula called it; `None` outside of backward.
    pub during: Option<u64>,
}

thread_local! {
    static ACTIVE: Cell<bool> = const { Cell::new(false) };
    static WATCHER: RefCell<Option<Rc<RefCell<dyn Watch>>>> = const { RefCell::new(None) };
    static DURING: Cell<u64> = const { Cell::new(0) };
}

/// Sets who is told, and returns who was.
pub fn set(watcher: Option<Rc<RefCell<dyn Watch>>>) -> Option<Rc<RefCell<dyn Watch>>> {
    ACTIVE.set(watcher.is_some());
    WATCHER.replace(watcher)
}

/// Whether anybody is to be told.
#[inline]
pub fn active() -> bool {
    ACTIVE.get()
}

pub(crate) fn tell(what: impl FnOnce(&mut dyn Watch)) {
    let watcher = WATCHER.with_borrow(Clone::clone);
    if let Some(watcher) = watcher {
        what(&mut *watcher.borrow_mut());
    }
}

/// Runs a gradient formula; what it calls is told as happening during that node.
pub(crate) fn during<R>(node: u64, act: impl FnOnce() -> R) -> R {
    let before = DURING.replace(node);
    let result = act();
    DURING.set(before);
    result
}

/// The node whose gradient formula runs.
pub(super) fn current_node() -> Option<u64> {
    match DURING.get() {
        0 => None,
        id => Some(id),
    }
}

/// Runs ops that are the inside of another op: nobody is told of them.
pub(super) fn quietly<R>(act: impl FnOnce() -> R) -> R {
    let before = ACTIVE.replace(false);
    let result = act();
    ACTIVE.set(before);
    result
}

/// The arrays of what a function made of ops computes, without its graph: the kernel of an op that is written in ops.
pub(super) fn computed(args: &Args, compose: fn(&Args) -> Result<Outputs>) -> Result<Out> {
    let _mode = GradMode::set(false);
    let outputs = quietly(|| compose(args))?;
    Ok(outputs
        .iter()
        .map(|output| output.array().clone())
        .collect())
}
