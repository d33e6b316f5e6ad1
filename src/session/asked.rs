//! What can be asked for: steps, runs, acts, lines from the prompt, and to stop.

use super::failure::Raised;
use super::goal::{Goal, Then};
use super::journal::Deed;
use super::machine::{Machine, Stop, Until};
use super::picture::standing_in;
use super::protocol::*;
use super::sample::Fast;
use super::way::{self, Way};
use super::{Session, refused};
use crate::trace::Instant;

impl Session {
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
            if !self.stand_at_first_line() {
                return Answer::Done;
            }
            way = Way::from(&self.recorder.borrow().record, self.head(), unit);
        }
        self.set_goal(Goal::Step(way));
        Answer::Done
    }

    /// Starts the program and stands before its first line. False where it fails before.
    fn stand_at_first_line(&mut self) -> bool {
        if !self.start_machine() {
            return false;
        }
        self.go_to_first_line();
        self.status != Status::Failed
    }

    pub(super) fn start_run(&mut self, record: bool) -> Answer {
        self.cursor = self.head();
        if let Some(answer) = self.cannot_go_on() {
            return answer;
        }
        if self.machine.is_none() {
            if !self.stand_at_first_line() {
                return Answer::Done;
            }
            if matches!(self.breakpoint_here(), Some(None)) {
                self.hold();
                return Answer::Done;
            }
        }
        self.error = None;
        let Some(machine) = &mut self.machine else {
            return Answer::Done;
        };
        if record {
            self.set_goal(Goal::Run);
        } else {
            machine.set_breakpoints(self.breakpoints.iter().map(|breakpoint| breakpoint.line));
            let fast = Fast::new(machine.spent(), !self.breakpoints.is_empty());
            self.begin_fast();
            self.set_goal(Goal::Fast(fast));
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
    pub(super) fn act_out_of_turn(&mut self, act: u32) {
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
    pub(super) fn fork(&mut self, then: Then) -> Answer {
        let to = self.cursor;
        let mut journal = self.journal.clone();
        journal.cut(to);
        self.replay(journal, to, then);
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
        self.quiet = false;
        self.end_fast();
        if matches!(self.status, Status::Running | Status::Paused)
            && let Some(machine) = &mut self.machine
        {
            if self.interrupted {
                self.give_up();
                return Answer::Done;
            }
            machine.interrupt();
            self.set_goal(Goal::Run);
            self.interrupted = true;
            return Answer::Done;
        }
        self.goal = None;
        Answer::Done
    }

    /// The second Stop: the program caught the first, or took too long over it.
    fn give_up(&mut self) {
        let line = self.machine.as_ref().and_then(|machine| {
            let frames = machine.frames();
            frames
                .iter()
                .rev()
                .find(|frame| frame.is_program)
                .map(|frame| frame.line)
        });
        let place = line.map_or(String::new(), |line| format!(" in line {line}"));
        let message = format!(
            "The program went on after KeyboardInterrupt. Stopped again, it was ended{place}."
        );
        self.collect();
        self.say(Stream::Note, format!("{message}\n"));
        self.fail(&Raised {
            kind: "KeyboardInterrupt".into(),
            message,
            ..Raised::default()
        });
        self.end(Status::Interrupted);
    }

    pub(super) fn cannot_go_on(&self) -> Option<Answer> {
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

    pub(super) fn set_goal(&mut self, goal: Goal) {
        self.goal = Some(goal);
        self.status = Status::Running;
        self.pause = false;
        self.interrupted = false;
    }

    /// A fresh machine with the program. False when the program cannot be compiled: the failure is shown.
    pub(super) fn start_machine(&mut self) -> bool {
        match Machine::new(&self.name, self.program.text(), self.disk.clone()) {
            Ok(machine) => {
                self.machine = Some(machine);
                self.mounted = true;
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
    pub(super) fn go_to_first_line(&mut self) {
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
    pub(super) fn start_snippet(
        &mut self,
        text: &str,
        phase: Option<Phase>,
        function: Option<&str>,
    ) {
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
}
