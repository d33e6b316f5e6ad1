//! Ops and gradients, as the engine tells them.

use std::rc::Rc;

use super::Recorder;
use crate::autograd::Node;
use crate::ops::watch::{OpEvent, Watch};
use crate::ops::{Args, Grads, Op};
use crate::tensor::{Tensor, TensorError};
use crate::trace::event::{BackwardRecord, Event};
use crate::trace::view;

impl Watch for Recorder {
    fn op(&mut self, event: &OpEvent) {
        // What a gradient formula calls is part of its backward node.
        if event.during.is_some() || self.importing > 0 {
            return;
        }
        // What an in-place op wrote is its own doing.
        let before = event.outputs.first().filter(|_| event.in_place);
        let before =
            before.and_then(|changed| Some((changed.id(), self.current.get(&changed.id())?.0)));
        if !event.in_place {
            self.settle();
        }
        let mut record = self.op_record(event.op, event.args);
        if let (Some((_, key)), Some(input)) = (before, record.inputs.first_mut()) {
            input.key = key;
        }
        let record = self.finish_op(record, event);
        self.settle();
        if let (true, Some(changed)) = (event.in_place, event.outputs.first()) {
            self.written(&record, changed);
        }
    }

    fn failed(&mut self, op: &'static Op, args: &Args, error: &TensorError) {
        if self.importing > 0 {
            return;
        }
        self.settle();
        let mut record = self.op_record(op, args);
        record.failed = Some(view::failed(error));
        self.push(Event::Failed(Box::new(record)));
    }

    fn backward_node(&mut self, node: &Rc<Node>, grads_in: &Grads, grads_out: &Grads) {
        self.settle();
        self.begin_pass(node);
        let graph = self.autograd.get(&node.id()).copied();
        let at = graph.map(|(id, _)| id);
        let gradient = grads_in
            .iter()
            .flatten()
            .next()
            .map(|grad| self.keep(grad, at, true));
        if let (Some(key), Some((_, value))) = (gradient, graph) {
            self.name_gradient(key, value);
        }
        let passed = grads_out
            .iter()
            .enumerate()
            .filter_map(|(port, grad)| Some((port as u32, self.keep(grad.as_ref()?, None, true))))
            .collect();
        if let Some(id) = at {
            self.walked.push((Rc::downgrade(node), id));
        }
        let name = node.name().into();
        self.push(Event::Backward(Box::new(BackwardRecord {
            node: at,
            name,
            gradient,
            passed,
        })));
    }

    fn accumulate(
        &mut self,
        leaf: &Tensor,
        incoming: &Tensor,
        before: Option<&Tensor>,
        times: u32,
    ) {
        if self.parameters.position(leaf.id()).is_none() {
            self.leaf(leaf, true);
        }
        self.settle();
        let Some(parameter) = self.parameters.position(leaf.id()) else {
            return;
        };
        let node = self.parameters.list[parameter].node;
        let incoming = self.keep(incoming, Some(node), true);
        self.push(Event::Accumulate {
            parameter,
            incoming,
            times,
            was_none: before.is_none(),
        });
    }
}
