//! Breakpoints, with conditions that are asked in the paused frame.

use super::Session;
use super::failure::Raised;
use super::goal::Goal;
use super::machine::Machine;
use super::protocol::*;

impl Session {
    /// The breakpoint of the line that is about to run, with its condition.
    pub(super) fn breakpoint_here(&self) -> Option<Option<String>> {
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
    pub(super) fn ask_condition(&mut self, condition: &str) {
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
    pub(super) fn condition_answered(&mut self, result: Result<Option<String>, Raised>) {
        let Some(Goal::Condition {
            mut goal,
            from: asked,
        }) = self.goal.take()
        else {
            return;
        };
        let spent = self.machine.as_ref().map_or(0, Machine::spent) - asked;
        if let Goal::Fast(fast) = &mut *goal {
            fast.from += spent;
        }
        let fast = matches!(*goal, Goal::Fast(_));
        self.goal = Some(*goal);
        match result {
            Ok(Some(answer)) if answer == "False" => {
                return if fast {
                    self.go_on_fast()
                };
            }
            Ok(_) => {}
            Err(raised) => self.say(Stream::Stderr, raised.traceback),
        }
        match fast {
            true => self.stop_fast(),
            false => self.hold(),
        }
    }
}
