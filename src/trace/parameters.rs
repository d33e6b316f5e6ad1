//! The parameters of a program and the state of their `.grad`.

use std::rc::Rc;

use super::event::TensorKey;
use super::ids::NodeId;
use super::tensors::shape_u32;
use crate::session::protocol::GradState;
use crate::tensor::{Stamp, Tensor, WeakTensor};

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
    seen: Option<Seen>,
}

#[derive(PartialEq, Clone, Copy)]
struct Seen {
    weights: Stamp,
    grad: Option<(u64, Stamp)>,
    requires_grad: bool,
    /// How many gradients `.grad` is the sum of.
    times: u32,
    /// Whether all of `.grad` is zero.
    zero: bool,
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
            let before = tracked.seen;
            let mut seen = Seen {
                weights: tensor.stamp(),
                grad: grad.as_ref().map(|grad| (grad.id(), grad.stamp())),
                requires_grad: tensor.requires_grad(),
                times: tensor.arrived().map_or(1, |arrived| arrived.times),
                zero: before.is_some_and(|before| before.zero),
            };
            if before == Some(seen) {
                continue;
            }
            if before.is_none_or(|before| before.grad != seen.grad) {
                seen.zero = grad.as_ref().is_some_and(|grad| grad.array().is_zero());
            }
            tracked.seen = Some(seen);
            let state = grad_state(&tensor, seen);
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

fn grad_state(tensor: &Tensor, seen: Seen) -> GradState {
    let stale = tensor
        .arrived()
        .is_some_and(|arrived| arrived.weights != seen.weights);
    match seen.times {
        _ if seen.grad.is_none() => GradState::None,
        _ if seen.zero => GradState::Zero,
        _ if stale => GradState::Stale,
        0 | 1 => GradState::Fresh,
        times => GradState::Accumulated { times },
    }
}
