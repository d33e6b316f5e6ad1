//! Told of everything that happens, keeps it as events.

mod backward;
mod iterations;
mod lines;
mod names;
mod ops;
mod updates;
mod watch;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use super::event::{Event, Place, TensorKey};
use super::groups::Groups;
use super::ids::{Ids, NodeId};
use super::modules::Modules;
use super::outline::Outline;
use super::parameters::Parameters;
use super::record::Record;
use super::state::State;
use super::update::Updating;
use crate::autograd::Node;
use crate::session::protocol::{GroupKind, Phase};
pub use lines::{Watching, short_name};

/// Keeps a [`Record`] of what it is told.
pub struct Recorder {
    pub record: Record,
    pub now: State,
    pub parameters: Parameters,
    pub ids: Rc<RefCell<Ids>>,
    /// How many iterations have begun.
    pub iterations: u32,
    /// The phase of an act that the learner does by hand: the lines of the program do not tell it.
    act: Option<Phase>,
    outline: Rc<dyn Outline>,
    /// The training that runs, and how many frames there are in it.
    training: Option<(usize, usize)>,
    groups: Groups,
    modules: Modules,
    /// The name of the first module with parameters: theirs are told without it.
    root: Option<Rc<str>>,
    names: HashMap<u64, Rc<str>>,
    /// The last recorded value of each tensor in this segment, with the storage and version it had.
    current: HashMap<u64, (TensorKey, (u64, u32))>,
    /// The op that made a tensor in this segment.
    producers: HashMap<u64, NodeId>,
    /// The graph's node of an autograd node, and the value it made.
    autograd: HashMap<u64, (NodeId, TensorKey)>,
    walked: Vec<(Weak<Node>, NodeId)>,
    /// How many backward passes were recorded.
    passes: u32,
    /// How many of them in this iteration.
    passes_here: u32,
    /// A backward pass runs, or has since the last line of the program.
    backward: bool,
    /// The optimizer's update that runs.
    updating: Option<Updating>,
    /// Library modules that are being imported: of no interest.
    importing: usize,
}

impl Recorder {
    pub fn new(outline: Rc<dyn Outline>, ids: Rc<RefCell<Ids>>, budget: usize) -> Self {
        Self {
            record: Record::new(budget),
            now: State::default(),
            parameters: Parameters::default(),
            ids,
            iterations: 0,
            act: None,
            outline,
            training: None,
            groups: Groups::default(),
            modules: Modules::default(),
            root: None,
            names: HashMap::new(),
            current: HashMap::new(),
            producers: HashMap::new(),
            autograd: HashMap::new(),
            walked: Vec::new(),
            passes: 0,
            passes_here: 0,
            backward: false,
            updating: None,
            importing: 0,
        }
    }

    pub fn push(&mut self, event: Event) {
        self.now.apply(&event);
        self.record.push(event);
    }

    /// The program is over, or stopped for good.
    pub fn finish(&mut self) {
        self.settle();
        self.end_pass();
    }

    /// Records what changed since the last event without being told: parameters, gradients, what backward freed.
    pub fn settle(&mut self) {
        for (node, id) in std::mem::take(&mut self.walked) {
            if node
                .upgrade()
                .is_none_or(|node| node.op().is_some() && node.saved().is_none())
            {
                self.push(Event::Freed(id));
            }
        }
        let mut parameters = std::mem::take(&mut self.parameters);
        let changes = parameters.changes(|tensor, tracked, is_gradient| {
            let key = self.keep(tensor, Some(tracked.node), is_gradient);
            if let Some(record) = self.record.tensor_mut(key) {
                record.name = match is_gradient {
                    true => format!("{}.grad", tracked.name).into(),
                    false => tracked.name.clone(),
                };
            }
            key
        });
        self.parameters = parameters;
        for (parameter, state) in changes {
            self.push(Event::Parameter {
                parameter,
                state: Rc::new(state),
            });
        }
    }

    pub(super) fn place(&self) -> Place {
        self.now
            .program_frame()
            .map(|frame| frame.place)
            .unwrap_or_default()
    }

    /// Is the program inside a training?
    pub fn is_training(&self) -> bool {
        self.training.is_some()
    }

    /// Is a library module being imported? Nothing is recorded then.
    pub fn is_importing(&self) -> bool {
        self.importing > 0
    }

    /// The learner does an act of the training by hand. Doing a phase again gives its ops the numbers they had.
    pub fn begin_act(&mut self, phase: Phase) {
        self.settle();
        self.groups.again(phase);
        self.act = Some(phase);
        self.set_phase(phase);
    }

    /// The act is over; the program stands in `phase` as before.
    pub fn end_act(&mut self, phase: Phase) {
        self.settle();
        self.act = None;
        self.end_pass();
        self.set_phase(phase);
    }

    /// The path of the module in which the last op failed, if that was the last thing that happened.
    pub fn failed_module(&self) -> Option<String> {
        let segment = self.record.segments.last()?;
        let failed = segment.events.iter().rev().find_map(|event| match event {
            Event::Failed(op) => Some(op),
            _ => None,
        })?;
        let mut group = failed.group;
        while let Some(id) = group {
            let record = segment.groups.iter().find(|record| record.id == id)?;
            if record.kind == GroupKind::Module {
                return Some(record.path.to_string());
            }
            group = record.parent;
        }
        None
    }
}
