//! The look ahead: the program runs unseen through its first iteration, for the graph, the hints and the first errors.

use std::cell::RefCell;
use std::rc::Rc;

use super::failure::{self, Raised};
use super::inspect::Planned;
use super::machine::{self, Machine, Stop, Until};
use super::protocol::*;
use crate::edit::Program;
use crate::edit::palette::Layers;
use crate::edit::structure;
use crate::edit::training::Training;
use crate::library::standard::files::Disk;
use crate::trace::event::Event;
use crate::trace::graph::graph;
use crate::trace::{Ids, Record, Recorder};

/// How far ahead is looked, in instructions and in bytes of tensors.
const INSTRUCTIONS: u64 = 60_000_000;
const BYTES: usize = 256 << 20;
const RECORD_BYTES: usize = 64 << 20;

/// A dry run under way.
pub struct DryRun {
    machine: Result<Box<Machine>, Raised>,
    recorder: Rc<RefCell<Recorder>>,
    spent: u64,
}

/// What a dry run has shown, or the text alone.
#[derive(Default)]
pub struct Preview {
    pub graph: Option<Graph>,
    pub hints: Vec<Hint>,
    pub diagnostics: Vec<Diagnostic>,
    pub structure: Vec<ModuleSlot>,
    /// How the first step moved each parameter.
    pub planned: Planned,
}

impl Preview {
    /// What can be said before anything has run.
    pub fn of_text(name: &str, program: &Rc<Program>, layers: &Layers) -> Self {
        let faults = machine::faults(name, program.text());
        Self {
            graph: Some(Graph {
                dry: true,
                iteration: None,
                nodes: Vec::new(),
                edges: Vec::new(),
                groups: Vec::new(),
            }),
            hints: Vec::new(),
            planned: Planned::default(),
            diagnostics: faults
                .iter()
                .map(|fault| failure::diagnostic(&failure::failure(fault, program, layers, None)))
                .collect(),
            structure: structure::slots(program, layers)
                .into_iter()
                .map(|slot| slot.view)
                .collect(),
        }
    }
}

impl DryRun {
    pub fn new(
        name: &str,
        program: &Rc<Program>,
        trainings: &Rc<Vec<Training>>,
        ids: &Rc<RefCell<Ids>>,
        disk: &Disk,
    ) -> Self {
        let outline = Rc::new(super::Trainings(trainings.clone()));
        let recorder = Rc::new(RefCell::new(Recorder::new(
            outline,
            ids.clone(),
            RECORD_BYTES,
        )));
        let machine = Machine::new(name, program.text(), disk.clone()).map(|mut machine| {
            machine.limit_bytes(BYTES);
            Box::new(machine)
        });
        Self {
            machine,
            recorder,
            spent: 0,
        }
    }

    /// Runs for so many instructions. True when the look ahead is over.
    pub fn run(&mut self, instructions: u64) -> Result<bool, Raised> {
        let machine = match &mut self.machine {
            Ok(machine) => machine,
            Err(raised) => return Err(raised.clone()),
        };
        let start = machine.spent();
        loop {
            let used = machine.spent() - start;
            if used >= instructions {
                self.spent += used;
                return Ok(self.spent >= INSTRUCTIONS);
            }
            let stop = machine.resume(Until::Line, instructions - used, Some(&self.recorder));
            machine.take_output();
            machine.take_figures();
            match stop {
                Stop::Finished | Stop::Spent(_) => return Ok(true),
                Stop::Raised(raised) => return Err(raised),
                Stop::Line | Stop::Op | Stop::Snippet(_) | Stop::Slice | Stop::Breakpoint => {}
            }
            let recorder = self.recorder.borrow();
            if recorder.iterations > 1 || recorder.iterations == 1 && !recorder.is_training() {
                return Ok(true);
            }
        }
    }

    /// Puts what was seen into a preview.
    pub fn show(
        &self,
        raised: Option<&Raised>,
        program: &Rc<Program>,
        layers: &Layers,
        preview: &mut Preview,
    ) {
        let mut recorder = self.recorder.borrow_mut();
        recorder.settle();
        let record = &recorder.record;
        let first = record
            .segments
            .iter()
            .find(|segment| segment.iteration.is_some());
        let shown = first
            .filter(|segment| segment.count > 0)
            .unwrap_or_else(|| record.segment_at(record.head()));
        let span = |bytes| Some(program.span_of_bytes(bytes));
        preview.graph = Some(graph(record, shown, true, &span));
        preview.hints = hints(record, program);
        preview.planned = planned(record);
        if let Some(raised) = raised {
            let module = recorder.failed_module();
            let failure = failure::failure(raised, program, layers, module.as_deref());
            preview.diagnostics.push(failure::diagnostic(&failure));
        }
    }
}

/// The rules of the updates that were seen.
fn planned(record: &Record) -> Planned {
    let events = record.segments.iter().flat_map(|segment| &segment.events);
    let updates = events.filter_map(|event| match event {
        Event::Update(update) => Some((update.name.to_string(), update.rule.clone()?)),
        _ => None,
    });
    updates.collect()
}

/// What stands after each line that binds a tensor: name, shape, dtype.
pub fn hints(record: &Record, program: &Program) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for segment in &record.segments {
        let mut frames: Vec<(bool, u32)> = segment
            .base
            .frames
            .iter()
            .map(|frame| (frame.head.is_program, frame.place.line))
            .collect();
        for event in &segment.events {
            match event {
                Event::Call(head) => frames.push((head.is_program, 0)),
                Event::Return => {
                    frames.pop();
                }
                Event::Line { line, .. } => {
                    if let Some(frame) = frames.last_mut() {
                        frame.1 = *line;
                    }
                }
                Event::Assign { name, value } => {
                    let (Some((true, line)), Some(key)) = (frames.last().copied(), value.tensor)
                    else {
                        continue;
                    };
                    let hint = Hint {
                        line: program.statement_end(line),
                        text: format!("{name} {}", value.text),
                        name: name.to_string(),
                        shape: record.tensor(key).map(|tensor| tensor.shape_u32()),
                        dtype: record
                            .tensor(key)
                            .map(|tensor| tensor.dtype.name().to_string()),
                        tensor: Some(key),
                    };
                    match hints
                        .iter_mut()
                        .find(|old| old.line == hint.line && old.name == hint.name)
                    {
                        Some(old) => *old = hint,
                        None => hints.push(hint),
                    }
                }
                _ => {}
            }
        }
    }
    hints.sort_by_key(|hint| hint.line);
    hints
}
