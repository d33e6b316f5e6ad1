//! A stretch of a record: one iteration, or what comes before, between and after.

use super::event::{Event, Instant, OpRecord, TensorKey};
use super::groups::GroupRecord;
use super::state::State;
use super::tensors::TensorRecord;
use crate::session::protocol::Phase;

/// Events from one instant on, with the state they started from.
#[derive(Debug)]
pub struct Segment {
    /// The iteration that it is, counted over the whole run.
    pub iteration: Option<u32>,
    pub first: Instant,
    pub base: State,
    pub events: Vec<Event>,
    /// How many events there were, kept or not.
    pub count: u32,
    /// Leaves of the graph in the order of their first use.
    pub leaves: Vec<Leaf>,
    pub groups: Vec<GroupRecord>,
    pub first_key: TensorKey,
    pub tensors: Vec<TensorRecord>,
    /// Where each phase began.
    pub phases: Vec<(Phase, Instant)>,
    /// The key of the tensor that backward started from, and its value.
    pub loss: Option<(TensorKey, f64)>,
    /// The name the program has for it.
    pub loss_name: String,
    /// Bytes that the record holds for it.
    pub bytes: usize,
    /// Its events and tensors were let go of.
    pub thinned: bool,
}

/// A parameter or a piece of data that goes into the graph.
#[derive(Clone, Debug)]
pub struct Leaf {
    pub node: u32,
    pub key: TensorKey,
    pub label: String,
    pub parameter: bool,
    pub place: super::event::Place,
}

impl Segment {
    pub fn new(iteration: Option<u32>, first: Instant, first_key: TensorKey, base: State) -> Self {
        let phases = vec![(base.phase, first)];
        Self {
            iteration,
            first,
            base,
            events: Vec::new(),
            count: 0,
            leaves: Vec::new(),
            groups: Vec::new(),
            first_key,
            tensors: Vec::new(),
            phases,
            loss: None,
            loss_name: String::new(),
            bytes: 0,
            thinned: false,
        }
    }

    /// The instant after its last one.
    pub fn end(&self) -> Instant {
        self.first + self.count
    }

    pub fn contains(&self, instant: Instant) -> bool {
        (self.first..self.end()).contains(&instant)
    }

    /// The events up to and including an instant.
    pub fn until(&self, instant: Instant) -> &[Event] {
        let count = (instant + 1).saturating_sub(self.first) as usize;
        &self.events[..count.min(self.events.len())]
    }

    /// The events from an instant on and before another one, with their instants.
    pub fn events_between(
        &self,
        from: Instant,
        to: Instant,
    ) -> impl DoubleEndedIterator<Item = (Instant, &Event)> {
        let at =
            |instant: Instant| (instant.saturating_sub(self.first) as usize).min(self.events.len());
        let (from, to) = (at(from), at(to).max(at(from)));
        let first = self.first + from as Instant;
        (first..first + (to - from) as Instant).zip(&self.events[from..to])
    }

    /// The ops that ran, in their order.
    pub fn ops(&self) -> impl DoubleEndedIterator<Item = &OpRecord> {
        self.events.iter().filter_map(|event| match event {
            Event::Op(op) => Some(&**op),
            _ => None,
        })
    }

    /// The state at an instant.
    pub fn state_at(&self, instant: Instant) -> State {
        let mut state = self.base.clone();
        self.until(instant)
            .iter()
            .for_each(|event| state.apply(event));
        state
    }

    pub fn tensor(&self, key: TensorKey) -> Option<&TensorRecord> {
        self.tensors.get(key.checked_sub(self.first_key)? as usize)
    }

    /// Lets go of its events and tensors; what the timeline needs stays.
    pub fn thin(&mut self) {
        self.thinned = true;
        self.events = Vec::new();
        self.leaves = Vec::new();
        self.groups = Vec::new();
        self.tensors = Vec::new();
        self.base = State::default();
        self.bytes = 0;
    }
}
