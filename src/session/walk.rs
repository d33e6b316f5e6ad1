//! Steps through the record: where the next or the former line, op, phase or iteration is. Nothing runs.

use crate::session::protocol::Unit;
use crate::trace::event::Event;
use crate::trace::progress::is_op;
use crate::trace::{Instant, Record};

/// The frames at an instant, outermost first: whether each is the learner's.
fn stack(record: &Record, instant: Instant) -> Vec<bool> {
    record
        .state_at(instant)
        .frames
        .iter()
        .map(|frame| frame.head.is_program)
        .collect()
}

/// The instant that a step forward leads to; None when it leads beyond the record.
pub fn forward(record: &Record, from: Instant, unit: Unit) -> Option<Instant> {
    let mut frames = stack(record, from);
    let (depth, in_library) = (frames.len(), frames.last() == Some(&false));
    let mut changed = false;
    for (instant, event) in record.after(from) {
        match event {
            Event::Call(head) => frames.push(head.is_program),
            Event::Return => {
                frames.pop();
            }
            Event::Phase(_) => changed |= unit == Unit::Phase,
            Event::Line { .. } => {
                let mine = in_library || frames.last() == Some(&true);
                let begins = unit == Unit::Iteration && begins_iteration(record, instant, from);
                let stops = match unit {
                    Unit::Line => frames.len() <= depth && mine,
                    Unit::Into => true,
                    Unit::Out => frames.len() < depth && mine,
                    Unit::Phase => changed || begins_iteration(record, instant, from),
                    Unit::Iteration => begins,
                    Unit::Op => false,
                };
                if stops {
                    return Some(instant);
                }
            }
            event if unit == Unit::Op && is_op(event) => {
                return Some(with_its_changes(record, instant));
            }
            _ => {}
        }
    }
    None
}

/// The last of the changes that an op brought about: a run by ops stops after them.
fn with_its_changes(record: &Record, op: Instant) -> Instant {
    let changes = record
        .after(op)
        .take_while(|(_, event)| matches!(event, Event::Parameter { .. } | Event::Freed(_)));
    changes.last().map_or(op, |(instant, _)| instant)
}

/// Is this line in another iteration than the instant `from`?
fn begins_iteration(record: &Record, instant: Instant, from: Instant) -> bool {
    record.segment_at(instant).first != record.segment_at(from).first
}

/// The instant that a step back leads to: the first one at the latest.
pub fn back(record: &Record, from: Instant, unit: Unit) -> Instant {
    match unit {
        Unit::Phase => {
            let starts: Vec<Instant> = record
                .segments
                .iter()
                .flat_map(|s| s.phases.iter().map(|(_, at)| *at))
                .collect();
            back_to_start(record, from, &starts)
        }
        Unit::Iteration => {
            let starts: Vec<Instant> = record
                .segments
                .iter()
                .filter(|s| !s.thinned)
                .map(|s| s.first)
                .collect();
            back_to_start(record, from, &starts)
        }
        _ => back_by_events(record, from, unit),
    }
}

/// The first line of the stretch before, or of this stretch when `from` is inside of it.
fn back_to_start(record: &Record, from: Instant, starts: &[Instant]) -> Instant {
    let line_of = |start: Instant| {
        let at_start = matches!(record.event(start), Some(Event::Line { .. }));
        let after = record
            .after(start)
            .find(|(_, event)| matches!(event, Event::Line { .. }));
        if at_start {
            start
        } else {
            after.map_or(start, |(instant, _)| instant)
        }
    };
    starts
        .iter()
        .rev()
        .filter(|start| **start < from)
        .map(|start| line_of(*start))
        .find(|at| *at < from)
        .unwrap_or(0)
}

fn back_by_events(record: &Record, from: Instant, unit: Unit) -> Instant {
    let mut frames = stack(record, from);
    let (depth, in_library) = (frames.len(), frames.last() == Some(&false));
    let mut deeper = 0usize;
    let mut first_line = None;
    for (instant, event) in record.before(from) {
        match event {
            // Backwards a return leads into a function, and a call out of it.
            Event::Return => deeper += 1,
            Event::Call(_) if deeper > 0 => deeper -= 1,
            Event::Call(_) => {
                frames.pop();
            }
            Event::Line { .. } => {
                first_line = Some(instant);
                let here = deeper == 0;
                let mine = in_library || frames.last() == Some(&true);
                let stops = match unit {
                    Unit::Line => here && mine,
                    Unit::Into => true,
                    Unit::Out => here && frames.len() < depth && mine,
                    _ => false,
                };
                if stops {
                    return instant;
                }
            }
            event if unit == Unit::Op && is_op(event) => {
                let at = with_its_changes(record, instant);
                if at < from {
                    return at;
                }
            }
            _ => {}
        }
    }
    first_line.unwrap_or(0)
}
