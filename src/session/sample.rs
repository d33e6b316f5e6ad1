//! Iterations of a run at full speed that are recorded: one now and then in passing, and at the end the last ones, by
//! running again what has not taken long.

use super::Session;
use super::goal::{Goal, Then};
use super::journal::Deed;
use super::machine::{self, Stop};
use super::outline::Trainings;
use super::protocol::Status;
use crate::trace::Outline;

/// Instructions at least from one recorded iteration to the next: about a tenth of a second.
const SELDOM: u64 = 4_000_000;
/// How many times what a recorded iteration took is run without a record before the next one is recorded.
const RARELY: u64 = 100;
/// How long is waited for an iteration to begin, in instructions; and when the program is to pause.
const PATIENCE: u64 = 4_000_000;
const LITTLE_PATIENCE: u64 = 400_000;
/// An iteration that takes longer is not recorded to its end.
const LONGEST: u64 = 40_000_000;
/// A run that took longer is not run again for its record.
const AGAIN: u64 = 30_000_000;
/// A stretch that took longer is not recorded from its start.
const WHOLE: u64 = 2_000_000;
/// The marks that are kept: two whole iterations lie between the oldest and now.
const MARKS: usize = 3;

/// A run at full speed.
#[derive(Debug)]
pub struct Fast {
    /// The count of instructions at which it began.
    pub from: u64,
    /// There are breakpoints to look out for.
    traced: bool,
    pub look: Look,
    /// It is to pause.
    hold: bool,
    /// Where it could begin again.
    marks: Vec<Mark>,
}

/// When an iteration is recorded.
#[derive(Debug)]
pub enum Look {
    /// Not before this count of instructions.
    Later { at: u64 },
    /// Goes on line by line, without a record, until an iteration begins.
    For {
        /// The count of instructions at which that began, and what the stretch had taken before.
        since: u64,
        spent: u64,
        lines: u32,
        /// The last line seen of each frame.
        seen: Vec<u32>,
    },
    /// Records; when it began there had been so many instructions and iterations.
    At { since: u64, iterations: u32 },
}

/// A moment of a stretch at full speed: what it had taken, and how many iterations were past their last backward.
#[derive(Debug)]
struct Mark {
    spent: u64,
    finished: u32,
}

impl Fast {
    pub fn new(from: u64, traced: bool) -> Fast {
        Fast {
            from,
            traced,
            look: Look::Later { at: from },
            hold: false,
            marks: Vec::new(),
        }
    }

    fn is_recorded(&self) -> bool {
        matches!(self.look, Look::At { .. })
    }

    /// From now on line by line.
    fn look_for_iteration(&mut self, now: u64) {
        self.look = Look::For {
            since: now,
            spent: now - self.from,
            lines: 0,
            seen: Vec::new(),
        };
    }

    fn mark(&mut self, now: u64, finished: u32) {
        if self
            .marks
            .last()
            .is_some_and(|mark| mark.finished == finished)
        {
            return;
        }
        if self.marks.len() == MARKS {
            self.marks.remove(0);
        }
        self.marks.push(Mark {
            spent: now - self.from,
            finished,
        });
    }

    /// What a replay has to do to come to where the stretch is now.
    fn deed(&self, now: u64) -> Deed {
        let (spent, lines) = match self.look {
            Look::For { spent, lines, .. } => (spent, lines.max(1)),
            _ => (now - self.from, 1),
        };
        Deed::Fast {
            spent,
            traced: self.traced,
            lines,
        }
    }
}

impl Session {
    /// At the end of a slice.
    pub(super) fn at_slice(&mut self) {
        let Some(machine) = &self.machine else { return };
        let (now, finished) = (machine.spent(), self.count.finished());
        let Some(Goal::Fast(fast)) = &mut self.goal else {
            return;
        };
        if self.pause {
            fast.hold = true;
        }
        match fast.look {
            Look::At { .. } => return,
            Look::For { .. } => {}
            Look::Later { at } => {
                fast.mark(now, finished);
                if fast.hold || now >= at && !self.trainings.is_empty() {
                    fast.look_for_iteration(now);
                }
            }
        }
        self.glance();
    }

    /// A run at full speed has come to a breakpoint, or goes line by line.
    pub(super) fn at_line_fast(&mut self) {
        if let Some(Goal::Fast(Fast {
            look: Look::For { lines, .. },
            ..
        })) = &mut self.goal
        {
            *lines += 1;
        }
        match self.breakpoint_here() {
            Some(Some(condition)) => self.ask_condition(&condition),
            Some(None) => self.stop_fast(),
            None => self.go_on_fast(),
        }
    }

    /// No breakpoint holds here: looks whether an iteration begins, or is over.
    pub(super) fn go_on_fast(&mut self) {
        let Some(machine) = &self.machine else { return };
        let (now, frame) = (machine.spent(), machine.frames().pop());
        let (recorder, trainings) = (self.recorder.clone(), Trainings(self.trainings.clone()));
        let Some(Goal::Fast(fast)) = &mut self.goal else {
            return;
        };
        match &mut fast.look {
            Look::Later { .. } => {}
            Look::At { since, iterations } => {
                let recorder = recorder.borrow();
                let over = recorder.iterations > *iterations || !recorder.is_training();
                if over || now - *since > LONGEST {
                    let next = now + SELDOM.max((now - *since).saturating_mul(RARELY));
                    drop(recorder);
                    self.go_on_unrecorded(next);
                }
            }
            Look::For { since, seen, .. } => {
                let Some(frame) = frame else { return };
                seen.resize(frame.depth, 0);
                let line = seen
                    .last_mut()
                    .map(|seen| std::mem::replace(seen, frame.line));
                let (name, line) = (
                    machine::short_name(&frame.function),
                    line.filter(|line| *line > 0),
                );
                let waited = now - *since;
                if frame.is_program && trainings.begins(name, line, frame.line).is_some() {
                    self.end_fast();
                    let iterations = recorder.borrow().iterations;
                    if let Some(Goal::Fast(fast)) = &mut self.goal {
                        fast.look = Look::At {
                            since: now,
                            iterations,
                        };
                    }
                } else if waited > PATIENCE
                    || fast.hold
                        && (waited > LITTLE_PATIENCE || frame.is_program && trainings.0.is_empty())
                {
                    self.end_fast();
                    self.go_on_unrecorded(now + PATIENCE.saturating_mul(RARELY));
                }
            }
        }
    }

    /// The record stands where the program does: from here on without one, or a pause.
    fn go_on_unrecorded(&mut self, at: u64) {
        let (Some(machine), Some(Goal::Fast(fast))) = (&self.machine, &self.goal) else {
            return;
        };
        if fast.hold {
            return self.hold();
        }
        let mut next = Fast::new(machine.spent(), fast.traced);
        next.look = Look::Later { at };
        self.begin_fast();
        self.goal = Some(Goal::Fast(next));
    }

    /// A run at full speed stops where it is.
    pub(super) fn stop_fast(&mut self) {
        if !self.run_again(&Stop::Breakpoint) {
            self.end_fast();
            self.hold();
        }
    }

    /// A stretch without a record is over: it is noted, and the record begins again.
    pub(super) fn end_fast(&mut self) {
        let (Some(machine), Some(Goal::Fast(fast))) = (&self.machine, &self.goal) else {
            return;
        };
        if !fast.is_recorded() {
            self.journal.note(self.head(), fast.deed(machine.spent()));
            self.look_again();
        }
    }

    /// The program is over: the record has the parameters and variables as they are then.
    pub(super) fn look_at_end(&mut self) {
        let unrecorded = match &self.goal {
            Some(Goal::Fast(fast)) => !fast.is_recorded(),
            goal => matches!(goal, Some(Goal::FastUntil { .. })),
        };
        if unrecorded {
            self.glance();
            let finished = self.count.finished();
            let (frames, variables) = match &self.machine {
                Some(machine) => machine.last_frame(&self.name),
                None => return,
            };
            self.recorder
                .borrow_mut()
                .resume(&frames, finished, &variables);
        }
    }

    /// A run at full speed stops: if it was short it is repeated, unseen, and its last iterations are recorded.
    pub(super) fn run_again(&mut self, stop: &Stop) -> bool {
        let (Some(machine), Some(Goal::Fast(fast))) = (&self.machine, &self.goal) else {
            return false;
        };
        let interrupted =
            matches!(stop, Stop::Raised(raised) if raised.kind == "KeyboardInterrupt");
        let spent = machine.spent();
        if fast.is_recorded() || fast.hold || interrupted || spent > AGAIN {
            return false;
        }
        let finished = self.count.finished();
        let mut marks = fast.marks.iter().rev();
        let mark = marks.find(|mark| mark.finished + 2 <= finished);
        let (mut journal, mut to) = (self.journal.clone(), self.head());
        match mark {
            Some(mark) => {
                let deed = Deed::Fast {
                    spent: mark.spent,
                    traced: fast.traced,
                    lines: 1,
                };
                journal.note(to, deed);
                to += 1;
            }
            None if spent - fast.from <= WHOLE => {}
            None => return false,
        }
        let run = self.run;
        self.replay(journal, to, Then::Run);
        // To the page it is the same run.
        self.run = run;
        self.quiet = self.status == Status::Running;
        true
    }

    /// A replay goes on line by line to the end of a stretch without a record.
    pub(super) fn at_line_until(&mut self) {
        let Some(Goal::FastUntil { lines, .. }) = &mut self.goal else {
            return;
        };
        *lines = lines.saturating_sub(1);
        if *lines == 0 {
            self.look_again();
            self.hold();
        }
    }
}
