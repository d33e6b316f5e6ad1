//! The virtual machine with the engine's own state around it: random numbers, gradient mode, watchers. A machine starts
//! as a fresh Python process would, whatever another one did before it.

use std::cell::RefCell;
use std::rc::Rc;

use super::failure::Raised;
use super::protocol::{Figure, Stream};
use crate::autograd;
use crate::lang::code::SourceFile;
use crate::lang::compile;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::Instance;
use crate::lang::vm::missing::missing;
use crate::lang::vm::{self, Budgets, FrameInfo, OutputStream, Vm};
use crate::lang::{Exception, Value};
use crate::library::standard::files::{self, Disk};
use crate::library::{self, Everything};
use crate::memory;
use crate::ops::watch;
use crate::tensor::{ShapeClash, budget};
use crate::trace::recorder::Watching;
use crate::trace::{Recorder, modules, view};

/// What a run may print: a console that holds more helps nobody.
const OUTPUT_BYTES: usize = 16 << 20;
/// What its tensors may hold.
const TENSOR_BYTES: usize = 1 << 30;
/// A count of instructions that no run reaches.
const ENDLESS: u64 = 1 << 62;

pub struct Machine {
    vm: Vm,
}

/// Where to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// At every line, the library's too.
    Line,
    /// At every line and after every op.
    LineOrOp,
    /// At breakpoints.
    Breakpoint,
}

/// Why it stopped.
pub enum Stop {
    Line,
    Op,
    Breakpoint,
    /// The instructions of this slice are used up.
    Slice,
    Finished,
    /// A snippet is done: what its last expression is, as `repr` writes it, unless it is None.
    Snippet(Result<Option<String>, Raised>),
    Raised(Raised),
    /// A budget of the whole run is used up.
    Spent(String),
}

impl Machine {
    /// A machine that stands before the first line of a program, with files that it can read.
    ///
    /// # Errors
    /// A syntax error, or the first construct that is not supported.
    pub fn new(name: &str, text: &str, disk: Disk) -> Result<Machine, Raised> {
        fresh_engine();
        files::mount(disk);
        let mut vm = Vm::new(Rc::new(Everything::default()));
        vm.budgets = Budgets {
            instructions: Some(ENDLESS),
            output: OUTPUT_BYTES,
            ..Budgets::default()
        };
        if let Some(mut raised) = faults(name, text).into_iter().next() {
            raised.traceback = match vm.start(name, text) {
                Err(exception) => vm.format_exception(exception),
                Ok(()) => String::new(),
            };
            return Err(raised);
        }
        match vm.start(name, text) {
            Ok(()) => Ok(Machine { vm }),
            Err(exception) => Err(raised(&mut vm, exception)),
        }
    }

    /// Bytes that its tensors may hold, and as many again its other objects.
    pub fn limit_bytes(&mut self, bytes: usize) {
        budget::set_limit(bytes);
        self.vm.budgets.held = memory::held() + 2 * bytes;
    }

    /// Instructions so far.
    pub fn spent(&self) -> u64 {
        ENDLESS - self.vm.budgets.instructions.unwrap_or(ENDLESS)
    }

    /// Runs for at most so many instructions, told to a recorder if there is one.
    pub fn resume(
        &mut self,
        until: Until,
        instructions: u64,
        recorder: Option<&Rc<RefCell<Recorder>>>,
    ) -> Stop {
        let until = match until {
            Until::Line => vm::Until::Into,
            Until::LineOrOp => vm::Until::Any,
            Until::Breakpoint => vm::Until::Never,
        };
        self.vm.observer = recorder.map(|recorder| Box::new(Watching(recorder.clone())) as _);
        watch::set(recorder.map(|recorder| recorder.clone() as _));
        modules::set(recorder.cloned());
        let stop = self.vm.resume(until, instructions);
        modules::set(None);
        watch::set(None);
        self.vm.observer = None;
        match stop {
            vm::Stop::Line => Stop::Line,
            vm::Stop::Op => Stop::Op,
            vm::Stop::Breakpoint => Stop::Breakpoint,
            vm::Stop::Slice => Stop::Slice,
            vm::Stop::Finished => Stop::Finished,
            vm::Stop::Raised(exception) => Stop::Raised(raised(&mut self.vm, exception)),
            vm::Stop::SnippetDone(result) => Stop::Snippet(match result {
                Ok(Value::None) => Ok(None),
                Ok(value) => Ok(Some(self.repr(value))),
                Err(exception) => Err(raised(&mut self.vm, exception)),
            }),
            vm::Stop::BudgetSpent(message) => Stop::Spent(message),
        }
    }

    /// `repr(value)`, with its Python code if it has some.
    fn repr(&mut self, value: Value) -> String {
        let callee = self.vm.builtins.get_str("repr").unwrap_or_default();
        let args = CallArgs::positional([value]);
        match self.vm.run_flow(Ok(Flow::TailCall { callee, args })) {
            Ok(text) => text.as_str().unwrap_or_default().to_string(),
            Err(exception) => raised(&mut self.vm, exception)
                .traceback
                .trim_end()
                .to_string(),
        }
    }

    /// Begins a text in the innermost frame of the program, or of a function of it. `resume` runs it.
    ///
    /// # Errors
    /// A syntax error of the text, or that there is no such frame.
    pub fn eval(&mut self, text: &str, function: Option<&str>) -> Result<(), Raised> {
        let frames = self.vm.frames();
        let fits = |frame: &&FrameInfo| {
            frame.is_program && function.is_none_or(|name| short_name(&frame.function) == name)
        };
        let index = frames
            .iter()
            .rev()
            .find(fits)
            .and_then(|found| frames.iter().rposition(|frame| frame == found));
        self.vm
            .eval_in_frame(index.unwrap_or(0), text)
            .map_err(|exception| raised(&mut self.vm, exception))
    }

    /// The variables of all frames of the program: so that a recorder that begins late knows their names.
    pub fn variables(&self) -> Vec<(usize, String, Value)> {
        let frames = self.vm.frames();
        let program = frames
            .iter()
            .enumerate()
            .filter(|(_, frame)| frame.is_program);
        program
            .flat_map(|(index, _)| {
                self.vm
                    .variables(index)
                    .into_iter()
                    .map(move |(name, value)| (index, name.to_string(), value))
            })
            .collect()
    }

    /// Where a program that is over has been, with the variables that it leaves behind.
    pub fn last_frame(&self, name: &str) -> (Vec<FrameInfo>, Vec<(usize, String, Value)>) {
        let frame = FrameInfo {
            file: name.to_string(),
            function: "<module>".to_string(),
            line: 0,
            span: (0, 0),
            is_program: true,
            depth: 1,
        };
        let globals = self.vm.main_globals().map(|globals| globals.pairs());
        let variables = globals.into_iter().flatten().filter_map(|(name, value)| {
            let name = name.as_str().filter(|name| !name.starts_with("__"))?;
            Some((0, name.to_string(), value.clone()))
        });
        (vec![frame], variables.collect())
    }

    pub fn take_output(&mut self) -> Vec<(Stream, String)> {
        let stream = |stream| match stream {
            OutputStream::Stdout => Stream::Stdout,
            OutputStream::Stderr => Stream::Stderr,
        };
        self.vm
            .take_output()
            .into_iter()
            .map(|(from, text)| (stream(from), text))
            .collect()
    }

    pub fn take_figures(&mut self) -> Vec<Figure> {
        library::glue::figures::take()
    }

    /// Raises KeyboardInterrupt in the program when it goes on.
    pub fn interrupt(&mut self) {
        self.vm.interrupt();
    }

    pub fn set_breakpoints(&mut self, lines: impl IntoIterator<Item = u32>) {
        self.vm.set_breakpoints(lines);
    }

    pub fn frames(&self) -> Vec<FrameInfo> {
        self.vm.frames()
    }
}

/// The engine as a fresh process has it, watched by nobody.
fn fresh_engine() {
    library::fresh_engine();
    budget::set_limit(TENSOR_BYTES);
    watch::set(None);
    modules::set(None);
}

/// How many backward passes there were on this thread.
pub fn passes() -> u64 {
    autograd::passes()
}

/// The losses of the backward passes since they were taken last.
pub fn take_losses() -> Vec<f64> {
    autograd::take_losses()
}

/// What keeps a text from being run: its syntax error, or each construct that is not supported, or each name that is
/// missing in the library.
pub fn faults(name: &str, text: &str) -> Vec<Raised> {
    let file = Rc::new(SourceFile::new(name, text.to_string(), true));
    let raised = |kind: &str, message: String, place| Raised {
        kind: kind.to_string(),
        message,
        place: Some(place),
        ..Raised::default()
    };
    let unsupported: Vec<Raised> = compile::unsupported(text)
        .into_iter()
        .map(|fault| raised("SyntaxError", fault.message(), fault.span))
        .collect();
    if !unsupported.is_empty() {
        return unsupported;
    }
    if let Err(error) = compile::module(&file) {
        return vec![raised(error.kind, error.message, error.span)];
    }
    missing(text, &Everything::default())
        .into_iter()
        .map(|missing| raised(missing.kind, missing.message, missing.span))
        .collect()
}

/// `fit` of `Trainer.fit`.
pub fn short_name(qualified: &str) -> &str {
    crate::trace::recorder::short_name(qualified)
}

/// An exception in the words of the page.
fn raised(vm: &mut Vm, exception: Exception) -> Raised {
    let instance = match vm.instance_of(exception) {
        Ok(instance) => instance,
        Err(budget) => {
            let message = vm.format_exception(budget);
            return Raised {
                kind: "Stopped".into(),
                message: message.trim_end().into(),
                traceback: message,
                ..Raised::default()
            };
        }
    };
    let line = vm.exception_line(&instance);
    let kind = instance.class.qualname().to_string();
    let words = line
        .split_once(": ")
        .filter(|(before, _)| before.ends_with(&kind))
        .map_or("", |(_, words)| words);
    let mut raised = Raised {
        kind,
        message: words.to_string(),
        place: place(&instance),
        ..Raised::default()
    };
    if let Some(state) = instance.exception_state() {
        let state = state.borrow();
        raised.because.clone_from(&state.because);
        raised.clash = state
            .detail
            .as_ref()
            .and_then(|detail| detail.downcast_ref::<ShapeClash>())
            .map(|clash| Box::new(view::clash(clash)));
    }
    raised.traceback = vm.format_exception(instance.into());
    raised
}

/// The innermost place in the learner's program that an exception came through.
fn place(instance: &Rc<Instance>) -> Option<(u32, u32)> {
    let state = instance.exception_state()?.borrow();
    let traceback = state.traceback.as_ref()?;
    let entries = traceback.entries.borrow();
    // The first entry was added first: it is the innermost.
    let entry = entries.iter().find(|entry| entry.code.file.is_program)?;
    entry.code.spans.get(entry.at as usize).copied()
}

/// The library's files that define layers.
pub fn layer_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    library::FILES
        .iter()
        .filter(|(path, _)| path.starts_with("torch/nn/modules/"))
        .copied()
}
