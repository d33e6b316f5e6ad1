//! Where a step leads. The same rules read a record that is there already and one that grows while the program runs, so
//! that going back and forth stops where the first way stopped.
//!
//! A step by op, phase or iteration goes to the next of fixed stops: after each op with what it changed, at the first
//! line of each phase, at the first line of each iteration. Steps by line depend on the frame that they start from.

use crate::session::protocol::{Phase, Unit};
use crate::trace::event::Event;
use crate::trace::progress::{is_change, is_op};
use crate::trace::segment::Segment;
use crate::trace::{Instant, Record};

/// A step on its way: it has seen the record up to an instant and waits for its stop.
#[derive(Debug)]
pub struct Way {
    pub unit: Unit,
    seen: Instant,
    segment: usize,
    reader: Reader,
}

/// What a step knows of the events that it went past.
#[derive(Debug)]
struct Reader {
    unit: Unit,
    /// The number of frames at the start, and whether the innermost was the library's.
    depth: usize,
    in_library: bool,
    /// The frames now: whether each is the learner's.
    frames: Vec<bool>,
    phase: Phase,
    /// The phase at whose first line the last stop in this segment was.
    stopped: Option<Phase>,
    /// A line of the program was seen in this segment.
    begun: bool,
    in_iteration: bool,
}

impl Way {
    /// A step from an instant of the record.
    pub fn from(record: &Record, from: Instant, unit: Unit) -> Way {
        let segment = record.place_of(from);
        let mut reader = Reader::new(unit);
        if let Some(segment) = record.segments.get(segment) {
            reader.enter(segment);
            for (_, event) in segment.events_between(segment.first, from + 1) {
                reader.is_stop(event);
            }
        }
        reader.depth = reader.frames.len();
        reader.in_library = reader.frames.last() == Some(&false);
        Way {
            unit,
            seen: from,
            segment,
            reader,
        }
    }

    /// The stop, if it is among the events that are there by now.
    pub fn stop(&mut self, record: &Record) -> Option<Instant> {
        loop {
            let segment = record.segments.get(self.segment)?;
            for (instant, event) in segment.events_between(self.seen + 1, segment.end()) {
                self.seen = instant;
                if self.reader.is_stop(event) {
                    return Some(with_its_changes(segment, instant, self.unit));
                }
            }
            record.segments.get(self.segment + 1)?;
            self.segment += 1;
            self.reader.enter(&record.segments[self.segment]);
        }
    }
}

impl Reader {
    fn new(unit: Unit) -> Reader {
        Reader {
            unit,
            depth: 0,
            in_library: false,
            frames: Vec::new(),
            phase: Phase::Other,
            stopped: None,
            begun: false,
            in_iteration: false,
        }
    }

    fn enter(&mut self, segment: &Segment) {
        if segment.thinned {
            return;
        }
        let frames = segment.base.frames.iter();
        self.frames = frames.map(|frame| frame.head.is_program).collect();
        self.phase = segment.base.phase;
        self.stopped = None;
        self.begun = false;
        self.in_iteration = segment.iteration.is_some();
    }

    fn is_stop(&mut self, event: &Event) -> bool {
        match event {
            Event::Call(head) => self.frames.push(head.is_program),
            Event::Return => {
                self.frames.pop();
            }
            Event::Phase(phase) => self.phase = *phase,
            Event::Line { .. } => return self.is_stop_at_line(),
            event => return self.unit == Unit::Op && is_op(event),
        }
        false
    }

    fn is_stop_at_line(&mut self) -> bool {
        let in_program = self.frames.last() == Some(&true);
        let mine = in_program || self.in_library;
        let first = in_program && !self.begun;
        self.begun |= in_program;
        match self.unit {
            Unit::Line => mine && self.frames.len() <= self.depth.max(1),
            Unit::Into => true,
            Unit::Out => mine && self.frames.len() < self.depth,
            Unit::Op => false,
            Unit::Iteration => first,
            Unit::Phase => {
                let begins = match self.phase {
                    Phase::Other => first && !self.in_iteration,
                    phase => in_program && self.stopped != Some(phase),
                };
                if begins {
                    self.stopped = Some(self.phase);
                }
                begins
            }
        }
    }
}

/// The last of the changes that an op brought about: a step by op stops after them.
fn with_its_changes(segment: &Segment, stop: Instant, unit: Unit) -> Instant {
    if unit != Unit::Op {
        return stop;
    }
    let changes = segment
        .events_between(stop + 1, segment.end())
        .take_while(|(_, event)| is_change(event));
    changes.last().map_or(stop, |(instant, _)| instant)
}

/// The instant that a step back leads to: the first line at the latest.
pub fn back(record: &Record, from: Instant, unit: Unit) -> Instant {
    let stop = match unit {
        Unit::Line | Unit::Into | Unit::Out => back_by_lines(record, from, unit),
        Unit::Op | Unit::Phase | Unit::Iteration => back_to_fixed_stop(record, from, unit),
    };
    stop.unwrap_or_else(|| first_line(record))
}

fn back_to_fixed_stop(record: &Record, from: Instant, unit: Unit) -> Option<Instant> {
    let segments = &record.segments[..=record.place_of(from)];
    segments.iter().rev().find_map(|segment| {
        let mut reader = Reader::new(unit);
        reader.enter(segment);
        segment
            .events_between(segment.first, from)
            .filter(|(_, event)| reader.is_stop(event))
            .map(|(instant, _)| with_its_changes(segment, instant, unit))
            .take_while(|stop| *stop < from)
            .last()
    })
}

fn first_line(record: &Record) -> Instant {
    let is_line = |(_, event): &(Instant, &Event)| matches!(event, Event::Line { .. });
    let lines = record.segments.iter().find_map(|segment| {
        segment
            .events_between(segment.first, segment.end())
            .find(is_line)
    });
    lines.map_or(0, |(instant, _)| instant)
}

fn back_by_lines(record: &Record, from: Instant, unit: Unit) -> Option<Instant> {
    let state = record.state_at(from);
    let frames = state.frames.iter();
    let mut frames: Vec<bool> = frames.map(|frame| frame.head.is_program).collect();
    let (depth, in_library) = (frames.len(), frames.last() == Some(&false));
    let mut deeper = 0usize;
    for (instant, event) in record.before(from) {
        match event {
            // Backwards a return leads into a function, and a call out of it.
            Event::Return => deeper += 1,
            Event::Call(_) if deeper > 0 => deeper -= 1,
            Event::Call(_) => {
                frames.pop();
            }
            Event::Line { .. } => {
                let here = deeper == 0;
                let mine = in_library || frames.last() == Some(&true);
                let stops = match unit {
                    Unit::Line => here && mine,
                    Unit::Out => here && frames.len() < depth && mine,
                    _ => true,
                };
                if stops {
                    return Some(instant);
                }
            }
            _ => {}
        }
    }
    None
}
