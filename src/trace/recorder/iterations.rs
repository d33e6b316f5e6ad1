//! Iterations and phases: where in a training the program is.

use std::rc::Rc;

use super::Recorder;
use super::lines::head;
use crate::lang::Value;
use crate::lang::vm::FrameInfo;
use crate::session::protocol::{LossPoint, Phase};
use crate::trace::event::{Event, Place, TensorKey};
use crate::trace::groups::Groups;
use crate::trace::state::{FrameState, State};

impl Recorder {
    /// Begins to record in the middle of a run: the frames that there are, outermost first, how many iterations
    /// have begun, and the variables of the frames (by the frame's number).
    pub fn resume(
        &mut self,
        frames: &[FrameInfo],
        iterations: u32,
        variables: &[(usize, String, Value)],
    ) {
        self.now.frames = frames
            .iter()
            .map(|frame| {
                let mut state = FrameState::new(Rc::new(head(frame)));
                state.place = Place {
                    line: frame.line,
                    span: frame.span,
                };
                state
            })
            .collect();
        self.groups = Groups::default();
        self.walked.clear();
        self.backward = false;
        self.importing = 0;
        self.updating = None;
        self.iterations = iterations;
        let inside = self
            .now
            .frames
            .iter()
            .enumerate()
            .rev()
            .find_map(|(depth, frame)| {
                let (training, phase) =
                    self.outline.phase(&frame.head.function, frame.place.line)?;
                Some((training, depth + 1, phase))
            });
        self.training = inside.map(|(training, depth, _)| (training, depth));
        self.begin_segment(inside.and_then(|_| iterations.checked_sub(1)));
        for (frame, name, value) in variables {
            self.learn(name, value);
            let value = self.variable(value);
            if let Some(frame) = self.now.frames.get_mut(*frame) {
                frame.assign(&name.as_str().into(), &Rc::new(value));
            }
        }
        self.record.now().base = self.now.clone();
        if let Some((_, _, phase)) = inside {
            self.set_phase(phase);
        }
        if let Some(frame) = frames.last() {
            self.push(Event::Line {
                line: frame.line,
                span: frame.span,
            });
        }
    }

    /// Notes iterations that ran without being recorded, by their losses. The last one stands for all on the timeline.
    pub fn unrecorded(&mut self, losses: Vec<LossPoint>) {
        if let Some(last) = losses.last() {
            self.record.begin(Some(last.iteration), State::default());
            let segment = self.record.now();
            segment.thinned = true;
            segment.loss = Some((TensorKey::MAX, last.value));
            segment.loss_name.clone_from(&last.name);
        }
        self.record.losses.extend(losses);
    }

    pub(super) fn begin_iteration(&mut self, training: usize) {
        self.training = Some((training, self.now.frames.len()));
        let index = self.iterations;
        self.iterations += 1;
        self.begin_segment(Some(index));
    }

    pub(super) fn begin_segment(&mut self, iteration: Option<u32>) {
        self.now.phase = Phase::Other;
        self.record.begin(iteration, self.now.clone());
        self.groups.begin_segment();
        self.current.clear();
        self.producers.clear();
        self.autograd.clear();
        self.passes_here = 0;
        self.parameters.forget();
        self.settle();
    }

    pub(super) fn set_phase(&mut self, phase: Phase) {
        if self.now.phase == phase {
            return;
        }
        self.groups.begin_phase(phase);
        self.push(Event::Phase(phase));
        let instant = self.record.head();
        self.record.now().phases.push((phase, instant));
    }

    /// Finds out where in a training a line of the program is, before it runs.
    pub(super) fn locate(&mut self, function: &str, line: u32) {
        if self.act.is_some() {
            return;
        }
        let depth = self.now.frames.len();
        let previous = self
            .now
            .frames
            .last()
            .map(|frame| frame.place.line)
            .filter(|line| *line > 0);
        if let Some(training) = self.outline.begins(function, previous, line) {
            self.begin_iteration(training);
        } else if let Some((training, at)) = self.training
            && (depth < at || depth == at && self.outline.leaves(training, function, line))
        {
            self.training = None;
            self.begin_segment(None);
        }
        if self.training.is_some()
            && let Some((_, phase)) = self.outline.phase(function, line)
        {
            self.set_phase(phase);
        }
    }
}
