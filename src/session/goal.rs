//! What the program is running towards.

use super::protocol::Phase;
use super::sample::Fast;
use super::way::Way;
use crate::trace::Instant;

#[derive(Debug)]
pub enum Goal {
    /// A step of some unit.
    Step(Way),
    /// To a breakpoint or the end, recorded.
    Run,
    /// The same at full speed, with a record of an iteration now and then.
    Fast(Fast),
    /// An act that is the next one: to its lines, and through them.
    Act { lines: (u32, u32), entered: bool },
    /// A line from the prompt, or an act out of turn (with the phase that the program stands in), in a paused frame.
    Snippet { act: Option<Phase> },
    /// The condition of a breakpoint, on the way to a goal; begun at this count of instructions.
    Condition { goal: Box<Goal>, from: u64 },
    /// The same run again: see [`Replay`].
    Replay,
    /// Part of a replay: a stretch without record, up to this count of instructions and so many lines on.
    FastUntil {
        spent: u64,
        traced: bool,
        lines: u32,
    },
}

/// A run that is repeated up to an instant, to go on differently from there.
#[derive(Debug)]
pub struct Replay {
    pub to: Instant,
    pub then: Then,
    /// How many entries of the journal have been done again.
    pub done: usize,
}

/// What is done when a replay has arrived.
#[derive(Debug, Clone)]
pub enum Then {
    Act(u32),
    Eval(String),
    /// Runs on with a record: a run at full speed has been this way.
    Run,
}
