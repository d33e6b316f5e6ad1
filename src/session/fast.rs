//! Runs at full speed: nothing is recorded but the losses, in passing.

use super::Session;
use super::machine;
use super::protocol::*;
use crate::edit::training::Training;

/// The backward passes of a run at full speed, counted into iterations.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// The iteration that the run began in, or would begin next.
    base: u32,
    /// Backward passes of that iteration which were done before the run.
    done: u64,
    /// Backward passes that there had been on this thread before the run.
    before: u64,
    /// The names of an iteration's losses, one a backward pass.
    names: Vec<String>,
}

impl Count {
    /// How many passes there are in an iteration.
    fn each(&self) -> u64 {
        self.names.len().max(1) as u64
    }

    /// The loss of a pass, counted on this thread from 0.
    fn point(&self, pass: u64, value: f64) -> LossPoint {
        let at = self.done + (pass - self.before);
        let name = self.names.get((at % self.each()) as usize);
        LossPoint {
            iteration: self.base + (at / self.each()) as u32,
            name: name.cloned().unwrap_or_else(|| "loss".into()),
            value,
        }
    }

    /// How many iterations have gone past their last backward.
    pub(super) fn finished(&self) -> u32 {
        let passes = machine::passes().saturating_sub(self.before);
        self.base + ((self.done + passes) / self.each()) as u32
    }
}

impl Session {
    /// A stretch without record begins.
    pub(super) fn begin_fast(&mut self) {
        machine::take_losses();
        let recorder = self.recorder.borrow();
        let training = self.training_here().or(self.trainings.first());
        let name = |act: &crate::edit::training::Act| act.roots.first().cloned();
        let names: Vec<String> = training
            .map(|training| training.backwards().filter_map(name).collect())
            .unwrap_or_default();
        let inside = recorder.is_training();
        let done = if inside {
            recorder.passes_here() as usize
        } else {
            0
        };
        self.count = Count {
            base: recorder.iterations - u32::from(inside && recorder.iterations > 0),
            done: done.min(names.len().max(1)) as u64,
            before: machine::passes(),
            names,
        };
    }

    /// The training that the machine stands in.
    fn training_here(&self) -> Option<&Training> {
        let frames = self.machine.as_ref()?.frames();
        let program = frames.iter().rev().filter(|frame| frame.is_program);
        program.into_iter().find_map(|frame| {
            let function = machine::short_name(&frame.function);
            self.trainings
                .iter()
                .find(|training| training.function == function && training.contains(frame.line))
        })
    }

    /// What the losses were since the last look, in passing.
    pub(super) fn glance(&mut self) {
        let losses = machine::take_losses();
        if self.trainings.is_empty() || losses.is_empty() {
            return;
        }
        let first = machine::passes() - losses.len() as u64;
        let points: Vec<LossPoint> = (first..)
            .zip(losses)
            .map(|(pass, value)| self.count.point(pass, value))
            .collect();
        let mut recorder = self.recorder.borrow_mut();
        recorder.iterations = self.count.finished();
        recorder.unrecorded(points);
    }

    /// The record begins again where the program stands.
    pub(super) fn look_again(&mut self) {
        self.glance();
        let Some(machine) = &self.machine else { return };
        let (frames, variables) = (machine.frames(), machine.variables());
        let mut iterations = self.count.finished();
        // Before its backward an iteration has not been counted yet.
        if let Some(training) = self.training_here() {
            let line = frames.iter().rev().find(|frame| {
                frame.is_program && machine::short_name(&frame.function) == training.function
            });
            let before =
                line.is_some_and(|frame| training.backwards().all(|act| frame.line <= act.lines.1));
            iterations += u32::from(before);
        }
        self.recorder
            .borrow_mut()
            .resume(&frames, iterations, &variables);
    }
}
