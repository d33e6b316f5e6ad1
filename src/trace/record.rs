//! The record of a run: segments of events, the older ones thinned when they take too much memory.

use super::event::{Event, Instant, TensorKey};
use super::segment::Segment;
use super::state::State;
use super::tensors::TensorRecord;
use crate::session::protocol::{FlowSample, LossPoint};

/// Iterations at the start and at the end that are kept whatever the budget.
const KEPT_FIRST: u32 = 2;
const KEPT_LAST: usize = 8;
/// What an event counts, with what hangs on it.
const EVENT_BYTES: usize = 96;

#[derive(Debug)]
pub struct Record {
    pub segments: Vec<Segment>,
    pub losses: Vec<LossPoint>,
    pub flow: Vec<FlowSample>,
    next: Instant,
    next_key: TensorKey,
    bytes: usize,
    budget: usize,
    /// Of the older iterations every so-manieth is kept.
    stride: u32,
}

impl Record {
    /// A record that holds about this many bytes at most.
    pub fn new(budget: usize) -> Self {
        Self {
            segments: vec![Segment::new(None, 0, 0, State::default())],
            losses: Vec::new(),
            flow: Vec::new(),
            next: 0,
            next_key: 0,
            bytes: 0,
            budget,
            stride: 1,
        }
    }

    /// The newest instant.
    pub fn head(&self) -> Instant {
        self.next.saturating_sub(1)
    }

    pub fn is_empty(&self) -> bool {
        self.next == 0
    }

    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The segment that is being recorded.
    pub fn now(&mut self) -> &mut Segment {
        if self.segments.is_empty() {
            self.begin(None, State::default());
        }
        let last = self.segments.len() - 1;
        &mut self.segments[last]
    }

    pub fn begin(&mut self, iteration: Option<u32>, base: State) {
        self.segments
            .push(Segment::new(iteration, self.next, self.next_key, base));
        self.thin();
    }

    pub fn push(&mut self, event: Event) {
        let segment = self.now();
        segment.events.push(event);
        segment.count += 1;
        segment.bytes += EVENT_BYTES;
        self.next += 1;
        self.bytes += EVENT_BYTES;
    }

    pub fn keep(&mut self, tensor: TensorRecord) -> TensorKey {
        let bytes = tensor.bytes() + EVENT_BYTES;
        let key = self.next_key;
        let segment = self.now();
        segment.tensors.push(tensor);
        segment.bytes += bytes;
        self.next_key += 1;
        self.bytes += bytes;
        key
    }

    /// The value of a tensor; None when it was let go of.
    pub fn tensor(&self, key: TensorKey) -> Option<&TensorRecord> {
        let at = self
            .segments
            .partition_point(|segment| segment.first_key <= key)
            .checked_sub(1)?;
        // Segments without tensors share their first key with the next.
        self.segments[..=at]
            .iter()
            .rev()
            .find_map(|segment| segment.tensor(key))
    }

    pub fn tensor_mut(&mut self, key: TensorKey) -> Option<&mut TensorRecord> {
        let segment = self.now();
        let at = key.checked_sub(segment.first_key)? as usize;
        segment.tensors.get_mut(at)
    }

    /// The segment of an instant, or the nearest before it that was kept.
    pub fn segment_at(&self, instant: Instant) -> &Segment {
        let at = self
            .segments
            .partition_point(|segment| segment.first <= instant);
        let until = &self.segments[..at.max(1)];
        until
            .iter()
            .rev()
            .find(|segment| !segment.thinned && segment.count > 0)
            .unwrap_or(&self.segments[0])
    }

    /// An instant that was kept: itself, or the nearest.
    pub fn kept(&self, instant: Instant) -> Instant {
        let instant = instant.min(self.head());
        let segment = self.segment_at(instant);
        if segment.contains(instant) && !segment.thinned {
            return instant;
        }
        let later = self
            .segments
            .iter()
            .find(|s| s.first > instant && !s.thinned && s.count > 0);
        let before = segment.end().saturating_sub(1);
        match later {
            Some(later) if later.first - instant < instant.abs_diff(before) || segment.thinned => {
                later.first
            }
            _ => before,
        }
    }

    pub fn event(&self, instant: Instant) -> Option<&Event> {
        let segment = self.segment_at(instant);
        segment
            .events
            .get(instant.checked_sub(segment.first)? as usize)
    }

    pub fn state_at(&self, instant: Instant) -> State {
        self.segment_at(instant).state_at(instant)
    }

    /// The number of the segment that an instant lies in.
    pub fn place_of(&self, instant: Instant) -> usize {
        let after = self
            .segments
            .partition_point(|segment| segment.first <= instant);
        after.saturating_sub(1)
    }

    /// The events before an instant, backwards.
    pub fn before(&self, instant: Instant) -> impl Iterator<Item = (Instant, &Event)> {
        let until = self.segments.get(..=self.place_of(instant)).unwrap_or(&[]);
        until
            .iter()
            .rev()
            .flat_map(move |segment| segment.events_between(segment.first, instant).rev())
    }

    /// Lets go of old iterations until the budget holds.
    fn thin(&mut self) {
        while self.bytes > self.budget {
            let mut iterations = self.segments.iter().rev().filter_map(|s| s.iteration);
            let newest = iterations.next().unwrap_or(0);
            if self.stride > newest.saturating_add(1) {
                break;
            }
            // Of a run at full speed the last recorded ones may lie far back.
            let recorded = self.segments.iter().rev().filter(|s| !s.thinned);
            let recent = recorded.filter_map(|s| s.iteration).nth(KEPT_LAST);
            self.stride = self.stride.saturating_mul(2);
            let (stride, count) = (self.stride, self.segments.len());
            for segment in &mut self.segments[..count.saturating_sub(1)] {
                let old = segment.iteration.is_some_and(|i| {
                    i >= KEPT_FIRST && recent.is_some_and(|r| i < r) && !i.is_multiple_of(stride)
                });
                if old && !segment.thinned {
                    self.bytes -= segment.bytes;
                    segment.thin();
                }
            }
        }
    }

    /// What was let go of, in words.
    pub fn thinned(&self) -> Option<String> {
        if self.stride == 1 {
            return None;
        }
        let gone = |segment: &&Segment| segment.thinned;
        let first = self.segments.iter().find(gone)?.iteration?;
        let last = self.segments.iter().rev().find(gone)?.iteration?;
        Some(format!(
            "To save memory, of iterations {first}–{last} every {}th is kept.",
            self.stride
        ))
    }
}
