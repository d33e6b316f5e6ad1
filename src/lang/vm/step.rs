//! Driving a program: start, run a slice, stop at lines, look at frames.

use std::collections::HashSet;
use std::rc::Rc;

use super::budget;
use super::drive::Driven;
use super::imports::module_function;
use super::missing;
use super::{Control, Frame, FrameInfo, OnReturn, Vm};
use crate::lang::code::{Code, Op, SourceFile};
use crate::lang::compile;
use crate::lang::native::Flow;
use crate::lang::objects::{Dict, Module, Str, exchange_orphans};
use crate::lang::{Exception, PyResult, Value};

/// Where to stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Until {
    /// At a breakpoint or the end.
    #[default]
    Never,
    /// At the next line of this frame or of one below it.
    Line,
    /// At the next line anywhere.
    Into,
    /// At the next line after this frame is left.
    Out,
    /// After the next op that a library says it did ([`Vm::did_op`]), or at a native's pause.
    Op,
    /// At the next line anywhere or after the next op, whichever comes first.
    Any,
}

/// Why the machine stopped.
#[derive(Debug)]
pub enum Stop {
    /// A line is about to run.
    Line,
    Op,
    Breakpoint,
    /// The steps of this slice are used up; the program goes on with the next `resume`.
    Slice,
    Finished,
    /// Nothing caught this.
    Raised(Exception),
    /// What a snippet came to. The program stands where it stood.
    SnippetDone(Result<Value, Exception>),
    /// A budget of the run is used up; it cannot go on.
    BudgetSpent(String),
}

#[derive(Default)]
pub struct Stepping {
    until: Until,
    depth: usize,
    pub fuel: i64,
    breakpoints: HashSet<u32>,
}

/// Stands for an op without a line.
const NOWHERE: u32 = u32::MAX - 1;

impl Stepping {
    pub fn stops_at_ops(&self) -> bool {
        matches!(self.until, Until::Op | Until::Any)
    }
}

impl Vm {
    /// Puts a program before its first line. `path` is what tracebacks call it.
    ///
    /// # Errors
    /// A SyntaxError with its place, the first unsupported construct as one, or what is missing of the library.
    pub fn start(&mut self, path: &str, text: &str) -> PyResult<()> {
        let file = Rc::new(SourceFile::new(path, text.to_string(), true));
        if let Some(first) = compile::unsupported(text).into_iter().next() {
            let error = compile::SyntaxError {
                kind: "SyntaxError",
                message: first.message(),
                span: first.span,
                has_caret: true,
            };
            return Err(error.into_exception(&file));
        }
        let code = compile::module(&file).map_err(|error| error.into_exception(&file))?;
        let library = self.library.clone();
        if let Some(first) = missing::missing(text, &*library).into_iter().next() {
            return Err(self.refuse(&code, first));
        }
        self.start_code(code)
    }

    /// Puts a compiled program before its first line.
    pub fn start_code(&mut self, code: Rc<Code>) -> PyResult<()> {
        let main = Rc::new(Module::new("__main__"));
        main.dict.set_str("__file__", code.file.path.as_str());
        main.dict.set_str("__doc__", Value::None);
        main.dict.set_str("__package__", Value::None);
        let builtins = self.modules.get_str("builtins").unwrap_or(Value::None);
        main.dict.set_str("__builtins__", builtins);
        self.modules
            .set_str("__main__", Value::Module(main.clone()));
        self.push_body(
            module_function(code, &main.dict),
            main.dict.clone(),
            OnReturn::Finish,
        )
    }

    /// Runs until there is a reason to stop, at most about `budget` instructions.
    pub fn resume(&mut self, until: Until, budget: u64) -> Stop {
        let given = self
            .budgets
            .instructions
            .map_or(budget, |left| left.min(budget))
            .min(i64::MAX as u64);
        self.stepping.until = until;
        self.stepping.depth = self.depth;
        self.stepping.fuel = given as i64;
        exchange_orphans(&mut self.orphans);
        let stop = self.go_on();
        exchange_orphans(&mut self.orphans);
        let used = (given as i64 - self.stepping.fuel).max(0) as u64;
        if let Some(left) = &mut self.budgets.instructions {
            *left = left.saturating_sub(used);
            if *left == 0 && matches!(stop, Stop::Slice) {
                return Stop::BudgetSpent(budget::OUT_OF_STEPS.into());
            }
        }
        if matches!(stop, Stop::Slice) && self.holds_too_much() {
            return Stop::BudgetSpent(self.budgets.holds_too_much());
        }
        stop
    }

    fn go_on(&mut self) -> Stop {
        if std::mem::take(&mut self.interrupted) {
            let flow = Err(Exception::with_args("KeyboardInterrupt", Vec::new()));
            // The op that is about to run is the one that is interrupted.
            if let Some(Control::Frame(frame)) = self.control.last_mut() {
                frame.at += 1;
            } else if let Driven::Stop(stop) =
                self.drive_native(Err(Exception::with_args("KeyboardInterrupt", Vec::new())))
            {
                return stop;
            }
            if matches!(self.control.last(), Some(Control::Frame(_)))
                && let Driven::Stop(stop) = self.drive(flow, OnReturn::Push)
            {
                return stop;
            }
        }
        if let Some(Control::Native { .. }) = self.control.last()
            && let Driven::Stop(stop) = self.drive_native(Ok(Value::None))
        {
            return stop;
        }
        let traced = !matches!(self.stepping.until, Until::Never | Until::Op)
            || self.observer.is_some()
            || !self.stepping.breakpoints.is_empty();
        if traced {
            self.run::<true>()
        } else {
            self.run::<false>()
        }
    }

    /// Goes on with a native that paused.
    fn drive_native(&mut self, result: PyResult<Value>) -> Driven {
        let Some(Control::Native { then, on_return }) = self.control.pop() else {
            return Driven::Run;
        };
        let flow = then.resume(self, result);
        self.drive(flow, on_return)
    }

    /// Raises KeyboardInterrupt in the program when it goes on.
    pub fn interrupt(&mut self) {
        self.interrupted = true;
    }

    /// Lines of the program to stop at.
    pub fn set_breakpoints(&mut self, lines: impl IntoIterator<Item = u32>) {
        self.stepping.breakpoints = lines.into_iter().collect();
    }

    /// Whether a program stands somewhere.
    pub fn is_running(&self) -> bool {
        !self.control.is_empty()
    }

    /// All frames, outermost first.
    pub fn frames(&self) -> Vec<FrameInfo> {
        let frames = self.control.iter().filter_map(|control| match control {
            Control::Frame(frame) => Some(frame),
            Control::Native { .. } => None,
        });
        let count = self.depth;
        frames
            .enumerate()
            .map(|(depth, frame)| frame_info(frame, depth + 1, depth + 1 == count))
            .collect()
    }

    /// The frame on top.
    pub fn top_frame(&self) -> Option<FrameInfo> {
        self.control.iter().rev().find_map(|control| match control {
            Control::Frame(frame) => Some(frame_info(frame, self.depth, true)),
            Control::Native { .. } => None,
        })
    }

    /// The span of the op that calls into a native right now: for the record of what happened where.
    pub fn current_span(&self) -> Option<FrameInfo> {
        self.control.iter().rev().find_map(|control| match control {
            Control::Frame(frame) => Some(frame_info(frame, self.depth, false)),
            Control::Native { .. } => None,
        })
    }

    /// The variables of a frame (counted from the outermost), in the order in which the function has them.
    pub fn variables(&self, index: usize) -> Vec<(Rc<Str>, Value)> {
        let Some(frame) = self.frame(index) else {
            return Vec::new();
        };
        if let Some(namespace) = &frame.namespace {
            return named(namespace);
        }
        let code = &frame.function.code;
        let base = frame.base as usize;
        let mut found = Vec::new();
        for (slot, name) in code.locals.iter().enumerate() {
            let in_cell = code
                .cells
                .iter()
                .any(|cell| cell.param == Some(slot as u32));
            if let Some(value) = self.stack.get(base + slot)
                && !value.is_undefined()
                && !in_cell
                && !name.starts_with('.')
            {
                found.push((name.clone(), value.clone()));
            }
        }
        let names = code.cells.iter().map(|cell| &cell.name).chain(&code.free);
        for (at, name) in names.enumerate() {
            if let Some(Value::Cell(cell)) = self.stack.get(base + code.locals.len() + at)
                && name.as_str() != "__class__"
            {
                let value = cell.get();
                if !value.is_undefined() {
                    found.push((name.clone(), value));
                }
            }
        }
        found
    }

    /// The exception that is being handled (`sys.exc_info()[1]`), or None.
    pub fn handled_exception(&self) -> Value {
        let frames = self
            .control
            .iter()
            .rev()
            .filter_map(|control| match control {
                Control::Frame(frame) => Some(&frame.handling),
                Control::Native { .. } => None,
            });
        let mut handled = frames.filter(|handling| matches!(handling, Value::Instance(_)));
        handled.next().cloned().unwrap_or(Value::None)
    }

    /// The globals of the frame on top.
    pub fn top_globals(&self) -> Option<Rc<Dict>> {
        self.innermost().map(|frame| frame.function.globals.clone())
    }

    /// The namespace of the frame on top, if it runs by names.
    pub fn top_namespace(&self) -> Option<Rc<Dict>> {
        self.innermost().and_then(|frame| frame.namespace.clone())
    }

    fn innermost(&self) -> Option<&Frame> {
        self.control.iter().rev().find_map(|control| match control {
            Control::Frame(frame) => Some(frame),
            Control::Native { .. } => None,
        })
    }

    /// The program's globals.
    pub fn main_globals(&self) -> Option<Rc<Dict>> {
        match self.modules.get_str("__main__") {
            Some(Value::Module(module)) => Some(module.dict.clone()),
            _ => None,
        }
    }

    pub(super) fn frame(&self, index: usize) -> Option<&Frame> {
        let mut frames = self.control.iter().filter_map(|control| match control {
            Control::Frame(frame) => Some(frame),
            Control::Native { .. } => None,
        });
        frames.nth(index)
    }

    /// Looks at an op before it runs: is it a new line, and is that a place to stop? As CPython's `sys.settrace`: a line
    /// event comes when the line differs from that of the op before, or after a jump back.
    pub(super) fn trace_op(&mut self, code: &Code, at: usize) -> Option<Stop> {
        if self.stepping.fuel <= 0 {
            self.save_position(at);
            return Some(Stop::Slice);
        }
        let stop = self.place_to_stop(code, at);
        // Only an op that runs counts: however often the run was stopped, it has counted as many.
        self.stepping.fuel -= i64::from(stop.is_none());
        stop
    }

    fn place_to_stop(&mut self, code: &Code, at: usize) -> Option<Stop> {
        // The op before this one did an op on tensors.
        if self.did_op && self.stepping.stops_at_ops() {
            self.did_op = false;
            self.save_position(at);
            return Some(Stop::Op);
        }
        let line = code.lines[at];
        if line == 0 {
            // An exception that leaves a block comes from nowhere: the line where it arrives is a new one.
            if let (Op::Reraise, Some(Control::Frame(frame))) =
                (code.ops[at], self.control.last_mut())
            {
                frame.previous = NOWHERE;
            }
            return None;
        }
        let Some(Control::Frame(frame)) = self.control.last_mut() else {
            return None;
        };
        let previous = frame.previous;
        let is_first = previous == u32::MAX;
        let event = is_first
            || previous == NOWHERE
            || code.lines[previous as usize] != line
            || (at as u32) < previous;
        frame.previous = at as u32;
        if !event {
            return None;
        }
        frame.at = at as u32;
        if self.observer.is_some() {
            self.observe(|observer, info| {
                if is_first {
                    observer.call(info);
                }
                observer.line(info);
            });
        }
        let stop = match self.stepping.until {
            Until::Into | Until::Any => true,
            Until::Line => self.depth <= self.stepping.depth,
            Until::Out => self.depth < self.stepping.depth,
            Until::Never | Until::Op => false,
        };
        if code.file.is_program && self.stepping.breakpoints.contains(&line) {
            return Some(Stop::Breakpoint);
        }
        stop.then_some(Stop::Line)
    }

    fn save_position(&mut self, at: usize) {
        if let Some(Control::Frame(frame)) = self.control.last_mut() {
            frame.at = at as u32;
        }
    }

    /// Tells the observer about the frame on top.
    fn observe(&mut self, tell: impl FnOnce(&mut dyn crate::lang::Observer, &FrameInfo)) {
        if let Some(mut observer) = self.observer.take() {
            if let Some(info) = self.top_frame() {
                tell(&mut *observer, &info);
            }
            self.observer = Some(observer);
        }
    }

    pub(super) fn observe_assign(&mut self, name: &Rc<Str>, value: &Value) {
        if self.observer.is_some() {
            self.observe(|observer, info| observer.assign(info, name, value));
        }
    }

    pub(super) fn observe_return(&mut self, value: &Value) {
        if self.observer.is_some() {
            self.observe(|observer, info| observer.returned(info, value));
        }
    }

    pub(super) fn observe_exception(&mut self) {
        self.observe(|observer, info| observer.exception(info));
    }

    /// Runs a flow to its end with nothing else running: for those who call Python from outside the machine.
    pub fn run_flow(&mut self, flow: PyResult<Flow>) -> PyResult<Value> {
        self.stepping.until = Until::Never;
        let mut driven = self.drive(flow, OnReturn::Snippet);
        loop {
            let stop = match driven {
                Driven::Stop(stop) => stop,
                Driven::Run => {
                    self.stepping.fuel = 1 << 40;
                    self.run::<false>()
                }
            };
            match stop {
                Stop::SnippetDone(result) => return result,
                Stop::Raised(exception) => return Err(exception),
                Stop::BudgetSpent(message) => return Err(Exception::budget(message)),
                Stop::Finished => return Ok(Value::None),
                _ => {
                    driven = match self.control.last() {
                        Some(Control::Native { .. }) => self.drive_native(Ok(Value::None)),
                        _ => Driven::Run,
                    };
                }
            }
        }
    }
}

fn frame_info(frame: &Frame, depth: usize, is_top: bool) -> FrameInfo {
    let code = &frame.function.code;
    // A frame below the top stands after the call that it waits for.
    let at = if is_top {
        frame.at as usize
    } else {
        (frame.at as usize).saturating_sub(1)
    };
    let at = at.min(code.ops.len().saturating_sub(1));
    let line = match code.line(at) {
        0 => code.lines[..at]
            .iter()
            .rev()
            .find(|&&line| line != 0)
            .copied()
            .unwrap_or(code.first_line),
        line => line,
    };
    FrameInfo {
        file: code.file.path.clone(),
        function: code.qualname.to_string(),
        line,
        span: code.spans.get(at).copied().unwrap_or((0, 0)),
        is_program: code.file.is_program,
        depth,
    }
}

fn named(namespace: &Dict) -> Vec<(Rc<Str>, Value)> {
    let map = namespace.map.borrow();
    map.iter()
        .filter_map(|(key, value)| match key {
            Value::Str(name) if !(name.starts_with("__") && name.ends_with("__")) => {
                Some((name.clone(), value.clone()))
            }
            _ => None,
        })
        .collect()
}
