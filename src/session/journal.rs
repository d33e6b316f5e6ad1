//! What the learner did by hand, and when: a replay does it again.

use crate::trace::Instant;

#[derive(Clone, Debug, Default)]
pub struct Journal {
    pub entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
pub struct Entry {
    /// The newest instant when it was done.
    pub at: Instant,
    pub deed: Deed,
}

#[derive(Clone, Debug)]
pub enum Deed {
    /// Text run in the innermost frame of the program.
    Eval(String),
    /// An act of the training, done out of turn.
    Act(u32),
    /// A stretch without a record: so many instructions, counted op by op if `traced`, and so many lines on.
    Fast {
        spent: u64,
        traced: bool,
        lines: u32,
    },
}

impl Journal {
    pub fn note(&mut self, at: Instant, deed: Deed) {
        self.entries.push(Entry { at, deed });
    }

    /// Forgets what was done at an instant and later: it will go differently now.
    pub fn cut(&mut self, after: Instant) {
        self.entries.retain(|entry| entry.at < after);
    }
}
