//! Backward passes: the loss that they start from, and how the gradients flowed.

use super::Recorder;
use crate::autograd::Node;
use crate::session::protocol::{FlowSample, LossPoint};
use crate::trace::flow;

impl Recorder {
    /// A node of a backward pass runs. Where a pass starts is the loss.
    pub(super) fn begin_pass(&mut self, node: &Node) {
        if std::mem::replace(&mut self.backward, true) {
            return;
        }
        self.passes += 1;
        self.passes_here += 1;
        self.found_loss(node);
    }

    /// The program is past its backward pass, if there was one.
    pub(super) fn end_pass(&mut self) {
        if std::mem::take(&mut self.backward) {
            self.sample_flow(true);
        }
    }

    /// In the middle of a backward pass: how the gradients flowed that have arrived so far.
    pub fn look_at_pass(&mut self) {
        if self.backward {
            self.sample_flow(false);
        }
    }

    /// How many backward passes there were in this iteration.
    pub fn passes_here(&self) -> u32 {
        self.passes_here
    }

    /// Takes a sample of the pass at hand in place of the one before it.
    fn sample_flow(&mut self, done: bool) {
        let sample = FlowSample {
            pass: self.passes,
            done,
            iteration: self.iterations.saturating_sub(1),
            instant: self.record.head(),
            bars: flow::bars(self.record.now(), &self.now, done),
        };
        let flow = &mut self.record.flow;
        flow.pop_if(|before| before.pass == sample.pass);
        flow.push(sample);
    }

    fn found_loss(&mut self, node: &Node) {
        let Some((_, key)) = self.autograd.get(&node.id()).copied() else {
            return;
        };
        let Some((value, name)) = self
            .record
            .tensor(key)
            .and_then(|record| Some((record.array().first_f64()?, record.name.to_string())))
        else {
            return;
        };
        let name = if name.is_empty() {
            "loss".to_string()
        } else {
            name
        };
        let segment = self.record.now();
        segment.loss = Some((key, value));
        segment.loss_name = name.clone();
        let iteration = self.iterations.saturating_sub(1);
        self.record.losses.push(LossPoint {
            iteration,
            name,
            value,
        });
    }
}
