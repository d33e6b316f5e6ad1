//! The parameters of a program and the state of their `.grad`.

use std::rc::Rc;

use super::event::TensorKey;
use super::ids::NodeId;
use super::tensors::shape_u32;
use crate::session::protocol::GradState;
use crate::tensor::{Tensor, WeakTensor};

/// A parameter at an instant.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterState {
    pub name: Rc<str>,
    pub node: NodeId,
    pub shape: Vec<u32>,
    pub requires_grad: bool,
    pub grad: GradState,
    pub value: TensorKey,
    pub gradient: Option<TensorKey>,
}

/// A leaf that the program trains.
pub struct Tracked {
    tensor: WeakTensor,
    pub id: u64,
    pub name: Rc<str>,
    pub node: NodeId,
    /// Gradients added since `.grad` was None or zero.
    times: u32,
    /// The weights' storage and version when the last gradient arrived.
    weights_then: Option<Stamp>,
    seen: Option<Seen>,
}

/// Which storage a tensor has and how often it was written to.
type Stamp = (u64, u32);

#[derive(PartialEq, Clone, Copy)]
struct Seen {
    weights: Stamp,
    grad: Option<(u64, Stamp)>,
    requires_grad: bool,
    times: u32,
}

fn stamp(tensor: &Tensor) -> Stamp {
    let array = tensor.array();
    (array.storage().id(), array.storage().version())
}

/// All parameters, in the order in which they were found.
#[derive(Default)]
pub struct Parameters {
    pub list: Vec<Tracked>,
}

impl Parameters {
    pub fn position(&self, id: u64) -> Option<usize> {
        self.list.iter().position(|tracked| tracked.id == id)
    }

    /// Begins to follow a leaf; a parameter of the same name that is gone or replaced makes room.
    pub fn follow(&mut self, tensor: &Tensor, name: Rc<str>, node: NodeId) -> usize {
        if let Some(index) = self.position(tensor.id()) {
            if self.list[index].name != name {
                self.list[index].name = name;
                self.list[index].seen = None;
            }
            return index;
        }
        let tracked = Tracked {
            tensor: tensor.downgrade(),
            id: tensor.id(),
            name: name.clone(),
            node,
            times: u32::from(tensor.grad().is_some()),
            weights_then: tensor.grad().map(|_| stamp(tensor)),
            seen: None,
        };
        match self.list.iter().position(|other| other.name == name) {
            Some(index) => {
                self.list[index] = tracked;
                index
            }
            None => {
                self.list.push(tracked);
                self.list.len() - 1
            }
        }
    }

    /// A gradient arrives. Returns the parameter's number and how many gradients its `.grad` will hold.
    pub fn accumulate(&mut self, leaf: &Tensor, before: Option<&Tensor>) -> Option<(usize, u32)> {
        let index = self.position(leaf.id())?;
        let tracked = &mut self.list[index];
        // `.grad.zero_()` since the last look, or a fresh `.grad` set by hand.
        let zero = before.is_none_or(is_zero);
        tracked.times = if zero { 1 } else { tracked.times.max(1) + 1 };
        tracked.weights_then = Some(stamp(leaf));
        Some((index, tracked.times))
    }

    /// Looks at all parameters and returns the states that changed. `keep` records a tensor's value.
    pub fn changes(
        &mut self,
        mut keep: impl FnMut(&Tensor, &Tracked, bool) -> TensorKey,
    ) -> Vec<(usize, ParameterState)> {
        let mut changes = Vec::new();
        for index in 0..self.list.len() {
            let Some(tensor) = self.list[index].tensor.upgrade() else {
                continue;
            };
            let grad = tensor.grad();
            let tracked = &mut self.list[index];
            if grad.is_none() {
                tracked.times = 0;
            }
            let seen = Seen {
                weights: stamp(&tensor),
                grad: grad.as_ref().map(|grad| (grad.id(), stamp(grad))),
                requires_grad: tensor.requires_grad(),
                times: tracked.times,
            };
            if tracked.seen == Some(seen) {
                continue;
            }
            if tracked.seen.is_none_or(|before| before.grad != seen.grad)
                && grad.as_ref().is_some_and(is_zero)
            {
                tracked.times = 0;
            }
            let seen = Seen {
                times: tracked.times,
                ..seen
            };
            tracked.seen = Some(seen);
            let state = grad_state(tracked, grad.is_some(), seen.weights);
            let value = keep(&tensor, tracked, false);
            let gradient = grad.map(|grad| keep(&grad, tracked, true));
            let tracked = &self.list[index];
            let state = ParameterState {
                name: tracked.name.clone(),
                node: tracked.node,
                shape: shape_u32(tensor.array().shape()),
                requires_grad: seen.requires_grad,
                grad: state,
                value,
                gradient,
            };
            changes.push((index, state));
        }
        changes
    }

    /// Forgets what was seen, so that the next look tells of all parameters anew.
    pub fn forget(&mut self) {
        self.list.iter_mut().for_each(|tracked| tracked.seen = None);
    }

    /// The parameters that still exist, with their tensors.
    pub fn living(&self) -> impl Iterator<Item = (&Tracked, Tensor)> {
        self.list
            .iter()
            .filter_map(|tracked| Some((tracked, tracked.tensor.upgrade()?)))
    }
}

fn grad_state(tracked: &Tracked, present: bool, weights: Stamp) -> GradState {
    match (present, tracked.times) {
        (false, _) => GradState::None,
        (true, 0) => GradState::Zero,
        (true, _) if tracked.weights_then.is_some_and(|then| then != weights) => GradState::Stale,
        (true, 1) => GradState::Fresh,
        (true, times) => GradState::Accumulated { times },
    }
}

fn is_zero(tensor: &Tensor) -> bool {
    if tensor.array().first_f64().is_some_and(|x| x != 0.0) {
        return false;
    }
    tensor.array().to_f64_vec().iter().all(|&x| x == 0.0)
}
