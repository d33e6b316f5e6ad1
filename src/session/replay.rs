//! A run that is repeated up to an instant, to go on differently from there.

use super::Session;
use super::goal::{Goal, Replay, Then};
use super::journal::{Deed, Journal};
use crate::trace::Instant;

impl Session {
    /// Begins the run anew, with what was done by hand, up to an instant.
    pub(super) fn replay(&mut self, journal: Journal, to: Instant, then: Then) {
        let preview = std::mem::take(&mut self.preview);
        self.begin();
        self.preview = preview;
        self.journal = journal;
        if self.start_machine() {
            self.replay = Some(Replay { to, then, done: 0 });
            self.set_goal(Goal::Replay);
        }
    }

    /// At a stop of a replay: does again what was done by hand here, or what was asked for when it has arrived.
    pub(super) fn replay_on(&mut self) {
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
                Deed::Fast {
                    spent,
                    traced,
                    lines,
                } => {
                    let Some(machine) = &mut self.machine else {
                        return;
                    };
                    // A breakpoint in no line makes the machine count as it did then.
                    machine.set_breakpoints(traced.then_some(u32::MAX));
                    let spent = machine.spent() + spent;
                    self.begin_fast();
                    self.goal = Some(Goal::FastUntil {
                        spent,
                        traced,
                        lines,
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
            Then::Run => self.start_run(true),
        };
    }
}
