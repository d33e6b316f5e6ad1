//! Running: the machine works towards a goal, and each of its stops is weighed.

use super::Session;
use super::failure::Raised;
use super::goal::Goal;
use super::machine::{Stop, Until};
use super::picture::standing_in;
use super::protocol::*;
use super::sample::Look;
use crate::trace::Instant;

impl Session {
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

    pub(super) fn advance(&mut self, instructions: u64) {
        if self.machine.is_none() {
            self.goal = None;
            return;
        }
        let mut left = instructions;
        while let (Some(goal), Some(machine), 1..) = (&self.goal, &mut self.machine, left) {
            let before = machine.spent();
            let recorder = Some(&self.recorder);
            let stop = match goal {
                Goal::Fast(fast) => match fast.look {
                    Look::Later { .. } => machine.resume(Until::Breakpoint, left, None),
                    Look::For { .. } => machine.resume(Until::Line, left, None),
                    Look::At { .. } => machine.resume(Until::Line, left, recorder),
                },
                Goal::Condition { .. } => machine.resume(Until::Breakpoint, left, None),
                Goal::FastUntil { spent, traced, .. } => {
                    match spent.saturating_sub(machine.spent()) {
                        0 => machine.resume(Until::Line, left, None),
                        // Without tracing a run goes on while it has any left, be it none.
                        far => {
                            let far = far - u64::from(!traced);
                            machine.resume(Until::Breakpoint, left.min(far), None)
                        }
                    }
                }
                Goal::Step(way) if way.unit == Unit::Op && !self.pause => {
                    machine.resume(Until::LineOrOp, left, recorder)
                }
                Goal::Replay => machine.resume(Until::LineOrOp, left, recorder),
                _ => machine.resume(Until::Line, left, recorder),
            };
            left = left.saturating_sub(machine.spent() - before);
            self.collect();
            self.stopped(stop);
        }
    }

    /// Takes what the program printed and plotted.
    pub(super) fn collect(&mut self) {
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
    pub(super) fn stopped(&mut self, stop: Stop) {
        match stop {
            Stop::Finished | Stop::Raised(_) if self.run_again(&stop) => {}
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
                self.fail(&Raised {
                    kind: "Stopped".into(),
                    message,
                    ..Raised::default()
                });
                self.end(Status::Failed);
            }
        }
    }

    pub(super) fn end(&mut self, status: Status) {
        self.look_at_end();
        let run = matches!(self.goal, Some(Goal::Run | Goal::Fast(_)));
        self.ran_to_end = run && status == Status::Finished;
        self.recorder.borrow_mut().finish();
        self.goal = None;
        self.quiet = false;
        self.waiting.clear();
        self.status = status;
        self.cursor = self.head();
        // Its frames are gone; its record stays.
        if status != Status::Finished {
            self.machine = None;
        }
    }

    /// Stands still after a step. The machine may have gone past its stop: some natives do several ops at once.
    pub(super) fn hold_at(&mut self, stop: Instant) {
        self.hold();
        self.cursor = stop;
    }

    /// Stands still, or goes on with a replay.
    pub(super) fn hold(&mut self) {
        self.recorder.borrow_mut().look_at_pass();
        self.cursor = self.head();
        self.pause = false;
        if self.replay.is_some() {
            self.goal = Some(Goal::Replay);
            return self.replay_on();
        }
        self.goal = None;
        self.quiet = false;
        self.status = Status::Paused;
    }

    pub(super) fn at_line(&mut self) {
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
            Some(Goal::Fast(_)) => return self.at_line_fast(),
            Some(Goal::FastUntil { .. }) => return self.at_line_until(),
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

    pub(super) fn at_op(&mut self) {
        self.recorder.borrow_mut().settle();
        if matches!(self.goal, Some(Goal::Replay)) {
            self.replay_on();
        } else if let Some(stop) = self.step_stop() {
            self.hold_at(stop);
        }
    }

    /// Where the step that runs has come to its stop.
    pub(super) fn step_stop(&mut self) -> Option<Instant> {
        match &mut self.goal {
            Some(Goal::Step(way)) => way.stop(&self.recorder.borrow().record),
            _ => None,
        }
    }

    /// Has the act that is the next one been run through?
    pub(super) fn act_is_done(&mut self) -> bool {
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

    pub(super) fn snippet_done(&mut self, result: Result<Option<String>, Raised>) {
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
}
