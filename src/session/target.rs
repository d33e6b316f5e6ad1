//! When a running step has gone far enough.

use crate::session::protocol::{Phase, Unit};
use crate::trace::{Instant, Recorder};

/// What a step started from, and its unit.
#[derive(Clone, Debug)]
pub struct Target {
    pub unit: Unit,
    depth: usize,
    in_library: bool,
    phase: Phase,
    iterations: u32,
    segment: Instant,
    ops: u32,
}

impl Target {
    pub fn new(unit: Unit, recorder: &Recorder) -> Self {
        let frames = &recorder.now.frames;
        Self {
            unit,
            depth: frames.len(),
            in_library: frames.last().is_some_and(|frame| !frame.head.is_program),
            phase: recorder.now.phase,
            iterations: recorder.iterations,
            segment: recorder.segment_start(),
            ops: recorder.ops,
        }
    }

    /// Is it reached, at a line that is about to run?
    pub fn reached_at_line(&self, recorder: &Recorder) -> bool {
        let frames = &recorder.now.frames;
        let mine = self.in_library || frames.last().is_some_and(|frame| frame.head.is_program);
        match self.unit {
            Unit::Line => frames.len() <= self.depth.max(1) && mine,
            Unit::Into => true,
            Unit::Out => frames.len() < self.depth && mine,
            Unit::Op => recorder.ops > self.ops,
            Unit::Phase => {
                let changed =
                    recorder.now.phase != self.phase || recorder.iterations != self.iterations;
                changed && (recorder.now.phase != Phase::Other || self.left(recorder))
            }
            Unit::Iteration => recorder.iterations != self.iterations || self.left(recorder),
        }
    }

    /// Is it reached, right after an op?
    pub fn reached_at_op(&self, recorder: &Recorder) -> bool {
        self.unit == Unit::Op && recorder.ops > self.ops
    }

    /// The training that it started in is over.
    fn left(&self, recorder: &Recorder) -> bool {
        self.iterations > 0 && recorder.segment_start() != self.segment && !recorder.is_training()
    }
}
