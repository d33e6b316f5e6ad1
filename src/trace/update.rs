//! What a step does to a parameter: the door through which an optimizer tells, and what is kept of it.

use std::rc::Rc;

use super::event::{Place, TensorKey};
use super::ids::NodeId;
use super::modules::told;
use crate::optim::{Rule, Slot, State};
use crate::tensor::Tensor;

/// A parameter was moved.
#[derive(Clone, Debug)]
pub struct UpdateRecord {
    pub node: NodeId,
    pub parameter: usize,
    pub name: Rc<str>,
    /// `SGD`, or of an update written by hand its op: `sub_`.
    pub title: Rc<str>,
    /// The rule and its settings, in the rule's order. None for an update written by hand.
    pub rule: Option<(&'static Rule, Vec<f64>)>,
    pub gradient: Option<TensorKey>,
    /// Its value before and after.
    pub weight: (TensorKey, TensorKey),
    pub state: Vec<StateRecord>,
    /// The rule's numbers after the step, the step count first where there is one.
    pub scalars: Vec<f64>,
    pub group: Option<u32>,
    pub place: Place,
}

/// A tensor that the optimizer keeps for a parameter.
#[derive(Clone, Debug)]
pub struct StateRecord {
    pub slot: &'static Slot,
    /// None: this step made it.
    pub before: Option<TensorKey>,
    pub after: TensorKey,
}

/// An update under way.
pub struct Updating {
    pub record: UpdateRecord,
    pub read: Box<dyn Fn() -> State>,
    pub before: [Option<TensorKey>; 3],
    /// How many frames there are around it.
    pub depth: usize,
}

/// An optimizer begins to move a parameter; `read` reads what it keeps for it. Without recorder nothing happens.
pub fn begin(
    rule: &'static Rule,
    parameter: &Tensor,
    settings: Vec<f64>,
    read: impl Fn() -> State + 'static,
) {
    told(|recorder| recorder.begin_update(rule, parameter, settings, Box::new(read)));
}
