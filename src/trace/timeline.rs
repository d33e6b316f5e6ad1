//! Iterations and phases on the line of time.

use super::event::Instant;
use super::record::Record;
use super::segment::Segment;
use crate::session::protocol::{IterationView, PhaseView, Timeline};

/// More iterations than this come as one in so many: the line of time has no more pixels.
const MOST_ITERATIONS: usize = 1000;

pub fn timeline(record: &Record) -> Timeline {
    let iterations: Vec<&Segment> = record
        .segments
        .iter()
        .filter(|segment| segment.iteration.is_some())
        .collect();
    let step = iterations.len().div_ceil(MOST_ITERATIONS).max(1);
    let recent = iterations.len().saturating_sub(8);
    let kept = iterations
        .iter()
        .enumerate()
        .filter(|(index, _)| index.is_multiple_of(step) || *index >= recent);
    Timeline {
        iterations: kept.map(|(_, segment)| view(segment)).collect(),
        ops: record.head(),
    }
}

fn view(segment: &Segment) -> IterationView {
    let to = segment.end().saturating_sub(1).max(segment.first);
    IterationView {
        index: segment.iteration.unwrap_or(0),
        from: segment.first,
        to,
        phases: phases(segment, to),
        loss: segment.loss.map(|(_, value)| value),
        recorded: !segment.thinned,
    }
}

fn phases(segment: &Segment, to: Instant) -> Vec<PhaseView> {
    let ends = segment
        .phases
        .iter()
        .skip(1)
        .map(|(_, from)| *from)
        .chain([to + 1]);
    let spans = segment
        .phases
        .iter()
        .zip(ends)
        .filter(|((_, from), end)| end > from);
    spans
        .map(|((phase, from), end)| PhaseView {
            phase: *phase,
            from: *from,
            to: end - 1,
        })
        .collect()
}
