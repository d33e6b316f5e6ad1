//! Running: steps, runs, acts, lines from the prompt, and replays.

use super::goal::{Goal, Replay, Then};
use super::journal::Deed;
use super::machine::{self, Machine, Stop, Until};
use super::picture::standing_in;
use super::protocol::*;
use super::way::{self, Way};
use super::{Session, refused};
use crate::edit::training::Training;
use crate::trace::Instant;

impl Session {
    // What can be asked for.

    pub(super) fn step(&mut self, unit: Unit, back: bool) -> Answer {
        self.error = self.error.take().filter(|_| self.status == Status::Failed);
        let head = self.head();
        self.cursor = self.cursor.min(head);
        if back {
            self.cursor = way::back(&self.recorder.borrow().record, self.cursor, unit);
            return Answer::Done;
        }
        let mut way = Way::from(&self.recorder.borrow().record, self.cursor, unit);
        if let Some(stop) = way.stop(&self.recorder.borrow().record) {
            self.cursor = stop;
            return Answer::Done;
        }
        if let Some(answer) = self.cannot_go_on() {
            let in_the_past = self.cursor < head;
            self.cursor = head;
            return if in_the_past { Answer::Done } else { answer };
        }
        if self.machine.is_none() {
            // The first step of all: to stand before the second line is what a step over the first one means.
            if !self.start_machine() {
                return Answer::Done;
            }
            self.go_to_first_line();
            if self.status == Status::Failed {
                return Answer::Done;
            }
            way = Way::from(&self.recorder.borrow().record, self.head(), unit);
        }
        self.set_goal(Goal::Step(way));
        Answer::Done
    }

    pub(super) fn start_run(&mut self, record: bool) -> Answer {
        self.cursor = self.head();
        if let Some(answer) = self.cannot_go_on() {
            return answer;
        }
        if self.machine.is_none() && !self.start_machine() {
            return Answer::Done;
        }
        self.error = None;
        let Some(machine) = &mut self.machine else {
            return Answer::Done;
        };
        let from = machine.spent();
        if record {
            self.set_goal(Goal::Run);
        } else {
            machine.set_breakpoints(self.breakpoints.iter().map(|breakpoint| breakpoint.line));
            self.passes = machine::passes();
            let traced = !self.breakpoints.is_empty();
            self.set_goal(Goal::Fast {
                from,
                traced,
                paused: false,
            });
        }
        Answer::Done
    }

    pub(super) fn act(&mut self, act: u32) -> Answer {
        if self.cursor < self.head() {
            return self.fork(Then::Act(act));
        }
        self.error = None;
        let state = self.recorder.borrow().now.clone();
        let Some((index, line)) = standing_in(&self.trainings, &state) else {
            return refused(
                "The program does not stand in a training loop now: run it up to there first.",
            );
        };
        let training = &self.trainings[index];
        let Some(wanted) = training.acts.get(act as usize) else {
            return refused("There is no such act in this loop.");
        };
        if self.machine.is_none() || self.cannot_go_on().is_some() {
            return refused("The program is not running: restart it first.");
        }
        let next = training.act_at(line).unwrap_or(0);
        let innermost = state
            .program_frame()
            .is_some_and(|frame| frame.place.line == line)
            && state
                .frames
                .last()
                .is_some_and(|frame| frame.head.is_program);
        if next == act as usize && innermost && !training.conditional(act as usize) {
            let lines = wanted.lines;
            let entered = (lines.0..=lines.1).contains(&line);
            self.set_goal(Goal::Act { lines, entered });
            return Answer::Done;
        }
        self.journal.note(self.head(), Deed::Act(act));
        self.act_out_of_turn(act);
        Answer::Done
    }

    /// Does an act in the paused frame, wherever in its loop the program stands.
    fn act_out_of_turn(&mut self, act: u32) {
        let standing = standing_in(&self.trainings, &self.recorder.borrow().now);
        let trainings = self.trainings.clone();
        let training = standing.and_then(|(index, _)| trainings.get(index));
        let Some((training, act)) = training.and_then(|t| Some((t, t.acts.get(act as usize)?)))
        else {
            return;
        };
        self.start_snippet(&act.code, Some(act.phase), Some(&training.function));
    }

    pub(super) fn eval(&mut self, text: String) -> Answer {
        if text.trim().is_empty() {
            return Answer::Done;
        }
        if self.cursor < self.head() {
            return self.fork(Then::Eval(text));
        }
        self.error = None;
        self.say(Stream::Prompt, format!("{text}\n"));
        if self.machine.is_none() {
            if !self.start_machine() {
                return Answer::Done;
            }
            self.go_to_first_line();
            self.status = Status::Paused;
        }
        if !matches!(self.status, Status::Paused | Status::Ready) {
            self.say(
                Stream::Note,
                "The program is over: restart it to use its variables.\n",
            );
            return Answer::Done;
        }
        self.journal.note(self.head(), Deed::Eval(text.clone()));
        self.start_snippet(&text, None, None);
        Answer::Done
    }

    /// Runs anew up to the instant that is looked at, and goes on differently from there.
    fn fork(&mut self, then: Then) -> Answer {
        let to = self.cursor;
        let mut journal = self.journal.clone();
        journal.cut(to);
        let preview = std::mem::take(&mut self.preview);
        self.begin();
        self.preview = preview;
        self.journal = journal;
        if self.start_machine() {
            self.replay = Some(Replay { to, then, done: 0 });
            self.set_goal(Goal::Replay);
        }
        Answer::Done
    }

    pub(super) fn seek(&mut self, instant: Instant) -> Answer {
        self.cursor = self.recorder.borrow().record.kept(instant);
        Answer::Done
    }

    pub(super) fn ask_pause(&mut self) -> Answer {
        self.pause = self.goal.is_some();
        self.waiting.clear();
        Answer::Done
    }

    pub(super) fn stop(&mut self) -> Answer {
        self.waiting.clear();
        if matches!(self.status, Status::Running | Status::Paused)
            && let Some(machine) = &mut self.machine
        {
            machine.interrupt();
            self.set_goal(Goal::Run);
            return Answer::Done;
        }
        self.goal = None;
        Answer::Done
    }

    fn cannot_go_on(&self) -> Option<Answer> {
        match self.status {
            Status::Empty => Some(refused("There is no program yet.")),
            Status::Finished => Some(refused("The program is over. Restart begins anew.")),
            Status::Failed => Some(refused(
                "The program ended with an error. Restart begins anew.",
            )),
            Status::Interrupted => Some(refused("The program was stopped. Restart begins anew.")),
            Status::Ready | Status::Paused | Status::Running => None,
        }
    }

    // The machine.

    fn set_goal(&mut self, goal: Goal) {
        self.goal = Some(goal);
        self.status = Status::Running;
        self.pause = false;
    }

    /// A fresh machine with the program. False when the program cannot be compiled: the failure is shown.
    fn start_machine(&mut self) -> bool {
        match Machine::new(&self.name, self.program.text()) {
            Ok(machine) => {
                self.machine = Some(machine);
                true
            }
            Err(raised) => {
                self.status = Status::Failed;
                self.fail(&raised);
                false
            }
        }
    }

    /// From before the program to its first line.
    fn go_to_first_line(&mut self) {
        let Some(machine) = &mut self.machine else {
            return;
        };
        let stop = machine.resume(Until::Line, u64::MAX, Some(&self.recorder));
        self.cursor = self.head();
        if !matches!(stop, Stop::Line) {
            self.stopped(stop);
        }
    }

    /// Begins to run a text in the innermost frame of the program (or of a function).
    fn start_snippet(&mut self, text: &str, phase: Option<Phase>, function: Option<&str>) {
        let before = self.recorder.borrow().now.phase;
        if let Some(phase) = phase {
            self.recorder.borrow_mut().begin_act(phase);
        }
        let started = match &mut self.machine {
            Some(machine) => machine.eval(text, function),
            None => return,
        };
        match started {
            Ok(()) => self.set_goal(Goal::Snippet {
                act: phase.map(|_| before),
            }),
            Err(raised) => {
                if phase.is_some() {
                    self.recorder.borrow_mut().end_act(before);
                }
                self.say(Stream::Stderr, raised.traceback.clone());
                self.status = Status::Paused;
            }
        }
    }

    /// Works towards what was asked for.
    pub(super) fn work(&mut self, instructions: u64) {
        if let Some(mut dry) = self.dry.take() {
            match dry.run(instructions) {
                Ok(false) => self.dry = Some(dry),
                result => {
                    dry.show(
                        result.as_ref().err(),
                        &self.program,
                        &self.layers,
                        &mut self.preview,
                    );
                    self.dirty = true;
                }
            }
            return;
        }
        if self.goal.is_none()
            && let Some(command) = self.waiting.pop_front()
        {
            self.command(command);
        }
        if self.goal.is_some() {
            self.dirty = true;
            self.advance(instructions);
        }
    }

    fn advance(&mut self, instructions: u64) {
        let Some(machine) = &self.machine else {
            self.goal = None;
            return;
        };
        let start = machine.spent();
        while let (Some(goal), Some(machine)) = (&self.goal, &mut self.machine) {
            let used = machine.spent() - start;
            if used >= instructions {
                break;
            }
            let left = instructions - used;
            let recorder = Some(&self.recorder);
            let stop = match goal {
                Goal::Fast { paused: true, .. } | Goal::FastUntil { arrived: true, .. } => {
                    machine.resume(Until::Line, left, None)
                }
                Goal::Fast { .. } | Goal::Condition { .. } => {
                    machine.resume(Until::Breakpoint, left, None)
                }
                Goal::FastUntil { spent, .. } => {
                    let far = spent.saturating_sub(machine.spent() + 1);
                    machine.resume(Until::Breakpoint, left.min(far), None)
                }
                Goal::Step(way) if way.unit == Unit::Op && !self.pause => {
                    machine.resume(Until::LineOrOp, left, recorder)
                }
                Goal::Replay => machine.resume(Until::LineOrOp, left, recorder),
                _ => machine.resume(Until::Line, left, recorder),
            };
            self.collect();
            self.stopped(stop);
        }
    }

    /// Takes what the program printed and plotted.
    fn collect(&mut self) {
        let Some(machine) = &mut self.machine else {
            return;
        };
        let (printed, figures) = (machine.take_output(), machine.take_figures());
        for (stream, text) in printed {
            self.say(stream, text);
        }
        for mut figure in figures {
            figure.id = self.figures.len() as u32;
            self.figures.push(figure);
        }
    }

    /// Decides what a stop of the machine means for the goal.
    fn stopped(&mut self, stop: Stop) {
        match stop {
            Stop::Slice => self.at_slice(),
            Stop::Line => self.at_line(),
            Stop::Op => self.at_op(),
            Stop::Breakpoint => self.at_line(),
            Stop::Finished => self.end(Status::Finished),
            Stop::Snippet(result) => self.snippet_done(result),
            Stop::Raised(raised) => {
                let interrupted = raised.kind == "KeyboardInterrupt";
                self.fail(&raised);
                self.say(Stream::Stderr, raised.traceback);
                self.end(if interrupted {
                    Status::Interrupted
                } else {
                    Status::Failed
                });
            }
            Stop::Spent(message) => {
                self.say(Stream::Note, format!("{message}\n"));
                self.fail(&super::Raised {
                    kind: "Stopped".into(),
                    message,
                    ..super::Raised::default()
                });
                self.end(Status::Failed);
            }
        }
    }

    fn end(&mut self, status: Status) {
        self.recorder.borrow_mut().finish();
        self.goal = None;
        self.waiting.clear();
        self.status = status;
        self.cursor = self.head();
        // Its frames are gone; its record stays.
        if status != Status::Finished {
            self.machine = None;
        }
    }

    /// Stands still after a step. The machine may have gone past its stop: some natives do several ops at once.
    fn hold_at(&mut self, stop: Instant) {
        self.hold();
        self.cursor = stop;
    }

    /// Stands still, or goes on with a replay.
    fn hold(&mut self) {
        self.recorder.borrow_mut().look_at_pass();
        self.cursor = self.head();
        self.pause = false;
        if self.replay.is_some() {
            self.goal = Some(Goal::Replay);
            return self.replay_on();
        }
        self.goal = None;
        self.status = Status::Paused;
    }

    fn at_line(&mut self) {
        if self.recorder.borrow().is_importing() {
            return;
        }
        if let Some(stop) = self.step_stop() {
            return self.hold_at(stop);
        }
        let holds = match &self.goal {
            None => true,
            Some(Goal::Snippet { .. } | Goal::Condition { .. }) => return,
            Some(Goal::Replay) => return self.replay_on(),
            Some(Goal::Fast { paused, .. }) => {
                let paused = *paused;
                if !paused && let Some(Some(condition)) = self.breakpoint_here() {
                    return self.ask_condition(&condition);
                }
                self.end_fast();
                true
            }
            Some(Goal::FastUntil { .. }) => {
                self.look_again();
                true
            }
            Some(Goal::Act { .. }) => self.act_is_done(),
            Some(Goal::Run | Goal::Step(_)) => false,
        };
        let holds = holds
            || match self.breakpoint_here() {
                None => false,
                Some(None) => true,
                Some(Some(condition)) => return self.ask_condition(&condition),
            };
        if holds || self.pause {
            self.hold();
        }
    }

    /// A run at full speed stands at a line: it is noted (when it was paused that was done when the pause came), and the
    /// record begins again.
    fn end_fast(&mut self) {
        if let Some(Goal::Fast {
            from,
            traced,
            paused: false,
        }) = self.goal
        {
            let spent = self.machine.as_ref().map_or(0, Machine::spent) - from;
            self.journal.note(self.head(), Deed::Fast { spent, traced });
        }
        self.look_again();
    }

    /// At the end of a slice: a run at full speed is glanced at, and paused if it is to pause.
    fn at_slice(&mut self) {
        let Some(machine) = &mut self.machine else {
            return;
        };
        let spent_now = machine.spent();
        match &mut self.goal {
            Some(Goal::Fast {
                from,
                traced,
                paused,
            }) => {
                if self.pause && !*paused {
                    *paused = true;
                    let deed = Deed::Fast {
                        spent: spent_now - *from,
                        traced: *traced,
                    };
                    self.journal
                        .note(self.recorder.borrow().record.head(), deed);
                }
                self.glance();
            }
            Some(Goal::FastUntil { spent, arrived }) if spent_now >= *spent => {
                *arrived = true;
                machine.set_breakpoints([]);
            }
            _ => {}
        }
    }

    /// Has the act that is the next one been run through?
    fn act_is_done(&mut self) -> bool {
        let recorder = self.recorder.borrow();
        let Some(frame) = recorder
            .now
            .frames
            .last()
            .filter(|frame| frame.head.is_program)
        else {
            return false;
        };
        let line = frame.place.line;
        let here = standing_in(&self.trainings, &recorder.now);
        let Some(Goal::Act { lines, entered }) = &mut self.goal else {
            return false;
        };
        let inside = here.is_some_and(|(_, at)| (lines.0..=lines.1).contains(&at));
        if inside {
            *entered = true;
        }
        let own = here.is_some_and(|(_, at)| at == line);
        (*entered && !inside && own) || !recorder.is_training()
    }

    /// The breakpoint of the line that is about to run, with its condition.
    fn breakpoint_here(&self) -> Option<Option<String>> {
        let frames = self.machine.as_ref()?.frames();
        let frame = frames.last().filter(|frame| frame.is_program)?;
        let here = self
            .breakpoints
            .iter()
            .find(|breakpoint| breakpoint.line == frame.line)?;
        Some(
            here.condition
                .clone()
                .filter(|condition| !condition.trim().is_empty()),
        )
    }

    /// Asks whether the condition of a breakpoint holds. What it does is not recorded.
    fn ask_condition(&mut self, condition: &str) {
        let (Some(machine), Some(goal)) = (&mut self.machine, self.goal.take()) else {
            return;
        };
        let from = machine.spent();
        match machine.eval(&format!("bool({condition})"), None) {
            Ok(()) => {
                self.goal = Some(Goal::Condition {
                    goal: Box::new(goal),
                    from,
                })
            }
            Err(raised) => {
                self.say(Stream::Stderr, raised.traceback);
                self.hold();
            }
        }
    }

    /// Stops where a condition holds (or cannot be worked out), goes on where it does not.
    fn condition_answered(&mut self, result: Result<Option<String>, super::Raised>) {
        let Some(Goal::Condition {
            mut goal,
            from: asked,
        }) = self.goal.take()
        else {
            return;
        };
        let spent = self.machine.as_ref().map_or(0, Machine::spent) - asked;
        if let Goal::Fast { from, .. } = &mut *goal {
            *from += spent;
        }
        let fast = matches!(*goal, Goal::Fast { .. });
        self.goal = Some(*goal);
        match result {
            Ok(Some(answer)) if answer == "False" => return,
            Ok(_) => {}
            Err(raised) => self.say(Stream::Stderr, raised.traceback),
        }
        if fast {
            self.end_fast();
        }
        self.hold();
    }

    fn at_op(&mut self) {
        self.recorder.borrow_mut().settle();
        if matches!(self.goal, Some(Goal::Replay)) {
            self.replay_on();
        } else if let Some(stop) = self.step_stop() {
            self.hold_at(stop);
        }
    }

    /// Where the step that runs has come to its stop.
    fn step_stop(&mut self) -> Option<Instant> {
        match &mut self.goal {
            Some(Goal::Step(way)) => way.stop(&self.recorder.borrow().record),
            _ => None,
        }
    }

    /// At full speed: what the loss is now, in passing.
    fn glance(&mut self) {
        let Some(machine) = &self.machine else { return };
        let passes = machine::passes() - self.passes;
        let Some(training) = self.trainings.first() else {
            return;
        };
        let each = training.backwards().count().max(1) as u64;
        if passes < each {
            return;
        }
        self.passes += passes - passes % each;
        let inside = self.trainings.iter().rev().find_map(|training| {
            let name = training
                .backwards()
                .flat_map(|act| act.roots.first())
                .next()?;
            Some((name, machine.number(&training.function, name)?))
        });
        let mut recorder = self.recorder.borrow_mut();
        recorder.iterations += (passes / each) as u32;
        let iteration = recorder.iterations - 1;
        recorder.unrecorded(iteration, inside.map(|(name, value)| (name.clone(), value)));
    }

    /// The record begins again where the program stands.
    fn look_again(&mut self) {
        self.glance();
        let Some(machine) = &self.machine else { return };
        let (frames, variables) = (machine.frames(), machine.variables());
        let mut recorder = self.recorder.borrow_mut();
        let mut iterations = recorder.iterations;
        // Before its backward an iteration has not been counted yet.
        let standing = frames
            .iter()
            .rev()
            .filter(|frame| frame.is_program)
            .find_map(|frame| {
                let function = machine::short_name(&frame.function);
                let here = |training: &&Training| {
                    training.function == function && training.contains(frame.line)
                };
                Some((self.trainings.iter().find(here)?, frame.line))
            });
        if let Some((training, line)) = standing {
            iterations += u32::from(training.backwards().all(|act| line <= act.lines.1));
        }
        recorder.resume(&frames, iterations, &variables);
    }

    fn snippet_done(&mut self, result: Result<Option<String>, super::Raised>) {
        if matches!(self.goal, Some(Goal::Condition { .. })) {
            return self.condition_answered(result);
        }
        if let Some(Goal::Snippet { act: Some(before) }) = self.goal.take() {
            self.recorder.borrow_mut().end_act(before);
        }
        match result {
            Ok(Some(text)) => self.say(Stream::Answer, format!("{text}\n")),
            Ok(None) => {}
            Err(raised) => {
                self.say(Stream::Stderr, raised.traceback.clone());
                self.fail(&raised);
            }
        }
        // An error has left the snippet's frames without a word.
        let depth = self
            .machine
            .as_ref()
            .map_or(0, |machine| machine.frames().len());
        self.recorder.borrow_mut().leave_frames_above(depth);
        self.hold();
    }

    // Replays.

    /// At a stop of a replay: does again what was done by hand here, or what was asked for when it has arrived.
    fn replay_on(&mut self) {
        let head = self.head();
        let Some(replay) = &mut self.replay else {
            return;
        };
        if let Some(entry) = self.journal.entries.get(replay.done)
            && entry.at <= head
        {
            let deed = entry.deed.clone();
            replay.done += 1;
            match deed {
                Deed::Eval(text) => self.start_snippet(&text, None, None),
                Deed::Act(act) => self.act_out_of_turn(act),
                Deed::Fast { spent, traced } => {
                    let Some(machine) = &mut self.machine else {
                        return;
                    };
                    // A breakpoint in no line makes the machine count as it did then.
                    machine.set_breakpoints(traced.then_some(u32::MAX));
                    self.passes = machine::passes();
                    self.goal = Some(Goal::FastUntil {
                        spent: machine.spent() + spent,
                        arrived: false,
                    });
                }
            }
            return;
        }
        if head < replay.to {
            return;
        }
        let Some(replay) = self.replay.take() else {
            return;
        };
        self.hold();
        match replay.then {
            Then::Act(act) => self.act(act),
            Then::Eval(text) => self.eval(text),
        };
    }
}
