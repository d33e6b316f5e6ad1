//! One program under the learner's hands.
//!
//! [`Session::command`] takes what the learner asks for, [`Session::slice`] lets the program run for a while and says what
//! has changed. [`protocol`] has the words for both. A session owns one [`machine`] with one recorder; before the learner
//! runs anything, a [`dry`] run of the first iteration has made the picture. Steps back and forth find their [`way`] in the record; what is done
//! by hand is kept in a [`journal`], so that a run can be repeated up to any instant and go on differently from there.

pub mod protocol;

mod asked;
mod breakpoints;
mod dry;
mod failure;
mod fast;
mod files;
mod goal;
mod inspect;
mod journal;
mod live;
mod machine;
mod optimizer;
mod outline;
mod picture;
mod replay;
mod sample;
mod sources;
mod update;
mod way;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use crate::edit::palette::Layers;
use crate::edit::training::{self, Training};
use crate::edit::{Program, change};
use crate::library::standard::files::Disk;
use crate::reference;
use crate::trace::{Ids, Instant, Recorder};
use dry::{DryRun, Preview};
use failure::Raised;
use goal::{Goal, Replay};
use journal::Journal;
use machine::Machine;
use outline::Trainings;
use protocol::*;
use sources::Sources;
use update::Sent;

/// What the record of a run may hold.
const RECORD_BYTES: usize = 192 << 20;
/// Commands that wait for the one at work; more are refused.
const MOST_WAITING: usize = 64;
/// A longer program is refused: no program for a learner has this size.
const LONGEST_TEXT: usize = 1 << 20;

/// A program, its run and its record.
pub struct Session {
    run: u32,
    name: String,
    program: Rc<Program>,
    trainings: Rc<Vec<Training>>,
    library: Rc<Layers>,
    layers: Layers,
    sources: Sources,
    status: Status,
    machine: Option<Machine>,
    recorder: Rc<RefCell<Recorder>>,
    ids: Rc<RefCell<Ids>>,
    cursor: Instant,
    dry: Option<DryRun>,
    preview: Preview,
    goal: Option<Goal>,
    replay: Option<Replay>,
    waiting: VecDeque<Command>,
    pause: bool,
    /// The program was asked to end and runs on.
    interrupted: bool,
    /// A run, not a step, came to the end of the program.
    ran_to_end: bool,
    /// A run is repeated for its record: nothing is told until it is where it was.
    quiet: bool,
    breakpoints: Vec<Breakpoint>,
    journal: Journal,
    /// What a run at full speed counts by.
    count: fast::Count,
    error: Option<Failure>,
    output: Vec<OutputChunk>,
    figures: Vec<Figure>,
    /// The files that the learner gave: each run begins with them.
    disk: Disk,
    /// Whether this run has a disk of its own by now.
    mounted: bool,
    clear: bool,
    sent: Sent,
    dirty: bool,
}

impl Default for Session {
    fn default() -> Self {
        let program = Rc::new(Program::new(""));
        let library = Rc::new(Layers::of_library(machine::layer_files()));
        let ids = Rc::new(RefCell::new(Ids::default()));
        Self {
            run: 0,
            name: String::new(),
            trainings: Rc::default(),
            layers: library.with_own(&program),
            library,
            sources: Sources::new("", program.clone()),
            recorder: recorder(&Rc::default(), &ids),
            program,
            status: Status::Empty,
            machine: None,
            ids,
            cursor: 0,
            dry: None,
            preview: Preview::default(),
            goal: None,
            replay: None,
            waiting: VecDeque::new(),
            pause: false,
            interrupted: false,
            ran_to_end: false,
            quiet: false,
            breakpoints: Vec::new(),
            journal: Journal::default(),
            count: fast::Count::default(),
            error: None,
            output: Vec::new(),
            figures: Vec::new(),
            disk: Disk::default(),
            mounted: false,
            clear: false,
            sent: Sent::default(),
            dirty: false,
        }
    }
}

fn recorder(trainings: &Rc<Vec<Training>>, ids: &Rc<RefCell<Ids>>) -> Rc<RefCell<Recorder>> {
    let outline = Rc::new(Trainings(trainings.clone()));
    Rc::new(RefCell::new(Recorder::new(
        outline,
        ids.clone(),
        RECORD_BYTES,
    )))
}

impl Session {
    /// Does what the learner asks for, or begins to: [`Session::busy`] tells whether there is more to do.
    pub fn command(&mut self, command: Command) -> Answer {
        self.dirty = true;
        match command {
            Command::Load { name, text } => self.load(name, text),
            Command::Edited { text } => self.load(self.name.clone(), text),
            Command::Pause => self.ask_pause(),
            Command::Stop => self.stop(),
            Command::Restart => self.restart(),
            Command::Breakpoints { lines } => {
                self.breakpoints = lines;
                Answer::Done
            }
            Command::Seek { instant } => self.seek(instant),
            Command::AddFile { name, bytes } => self.add_file(&name, bytes),
            Command::RemoveFile { name } => {
                self.disk.remove(&name);
                self.reload()
            }
            Command::Step { .. }
            | Command::Run { .. }
            | Command::Act { .. }
            | Command::Eval { .. }
                if self.busy() =>
            {
                if self.waiting.len() >= MOST_WAITING {
                    return refused("Wait for the steps that were asked for before.");
                }
                self.waiting.push_back(command);
                Answer::Done
            }
            Command::Step { unit, back } => self.step(unit, back),
            Command::Run { record } => self.start_run(record),
            Command::Act { act } => self.act(act),
            Command::Eval { text } => self.eval(text),
            question => self.answer(question),
        }
    }

    /// Lets the program run for about so many instructions and says what has changed, if anything has.
    pub fn slice(&mut self, instructions: u64) -> Option<Update> {
        self.work(instructions);
        if self.quiet || !self.dirty && self.output.is_empty() {
            return None;
        }
        self.dirty = false;
        Some(self.update())
    }

    /// Puts a file on the disk that each run begins with.
    pub fn put_file(&mut self, path: &str, bytes: Vec<u8>) {
        self.disk.put(path, bytes);
    }

    /// Is there something to do in the next slice?
    pub fn busy(&self) -> bool {
        self.dry.is_some() || self.goal.is_some() || !self.waiting.is_empty()
    }

    pub fn status(&self) -> Status {
        self.status
    }

    fn answer(&mut self, question: Command) -> Answer {
        let result = match question {
            Command::InspectNode { node } => self.inspect_node(node),
            Command::InspectTensor { tensor } => self.inspect_tensor(tensor),
            Command::Why { tensor, element } => self.why(tensor, &element),
            Command::File { name } => self.file(&name),
            Command::Palette => Ok(Answer::Palette {
                entries: self.layers.entries(),
            }),
            Command::Reference => Ok(Answer::Reference {
                entries: reference::entries(),
            }),
            Command::Edit { edit } => change::edits(&self.program, &self.layers, &edit)
                .map(|edits| Answer::Edits { edits }),
            Command::Source { file } => self
                .sources
                .text(&file)
                .map(|text| Answer::Source { text })
                .ok_or_else(|| format!("There is no file {file}.")),
            _ => Ok(Answer::Done),
        };
        result.unwrap_or_else(|reason| Answer::Refused { reason })
    }

    // A program comes, or begins anew.

    fn load(&mut self, name: String, text: String) -> Answer {
        if text.len() > LONGEST_TEXT {
            return refused("This program is too long: at most one megabyte.");
        }
        self.program = Rc::new(Program::new(text));
        self.name = name;
        self.sources = Sources::new(&self.name, self.program.clone());
        self.trainings = Rc::new(training::find(&self.program));
        self.layers = self.library.with_own(&self.program);
        self.preview = Preview::of_text(&self.name, &self.program, &self.layers);
        self.begin();
        self.dry = match self.preview.diagnostics.is_empty() {
            true => Some(DryRun::new(
                &self.name,
                &self.program,
                &self.trainings,
                &self.ids,
                &self.disk,
            )),
            false => None,
        };
        Answer::Done
    }

    /// Before the first line.
    fn begin(&mut self) {
        self.run += 1;
        self.status = Status::Ready;
        self.machine = None;
        self.recorder = recorder(&self.trainings, &self.ids);
        self.cursor = 0;
        self.dry = None;
        self.goal = None;
        self.replay = None;
        self.waiting.clear();
        self.pause = false;
        self.ran_to_end = false;
        self.quiet = false;
        self.journal = Journal::default();
        self.error = None;
        self.output.clear();
        self.figures.clear();
        self.mounted = false;
        self.clear = true;
        self.sent = Sent::default();
        self.dirty = true;
    }

    fn restart(&mut self) -> Answer {
        let dry = self.dry.take();
        self.begin();
        self.dry = dry;
        Answer::Done
    }

    fn say(&mut self, stream: Stream, text: impl Into<String>) {
        let instant = self.head();
        self.output.push(OutputChunk {
            stream,
            text: text.into(),
            instant,
        });
    }

    fn head(&self) -> Instant {
        self.recorder.borrow().record.head()
    }

    fn fail(&mut self, raised: &Raised) {
        let module = self.recorder.borrow().failed_module();
        let mut failure = failure::failure(raised, &self.program, &self.layers, module.as_deref());
        // A run without a record does not know in which module it was; the look ahead may have seen the same.
        let foreseen = failure::diagnostic(&failure);
        let seen = self
            .preview
            .diagnostics
            .iter()
            .find(|seen| seen.message == foreseen.message);
        if let Some(seen) = seen.filter(|_| failure.repairs.is_empty()) {
            failure.repairs.clone_from(&seen.repairs);
        }
        self.error = Some(failure);
    }
}

fn refused(reason: &str) -> Answer {
    Answer::Refused {
        reason: reason.to_string(),
    }
}
