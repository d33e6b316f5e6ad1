//! Steps of optimizers, and updates written by hand.

use std::rc::Rc;

use super::Recorder;
use crate::autograd::grad_enabled;
use crate::optim::{Rule, State};
use crate::session::protocol::GroupKind;
use crate::tensor::Tensor;
use crate::trace::event::{Event, OpRecord, TensorKey};
use crate::trace::groups::GroupRecord;
use crate::trace::update::{StateRecord, UpdateRecord, Updating};

impl Recorder {
    pub(in crate::trace) fn begin_update(
        &mut self,
        rule: &'static Rule,
        parameter: &Tensor,
        settings: Vec<f64>,
        read: Box<dyn Fn() -> State>,
    ) {
        if self.importing > 0 {
            return;
        }
        let index = match self.parameters.position(parameter.id()) {
            Some(index) => index,
            None => {
                let name = format!("parameter {}", self.parameters.list.len());
                self.follow(parameter, &name)
            }
        };
        self.settle();
        let Some(state) = self.now.parameters.get(index).cloned() else {
            return;
        };
        let node = self.ids.borrow_mut().of(format!("update {}", state.name));
        let kept = read();
        let before = kept.tensors.each_ref().map(|tensor| {
            let tensor = tensor.as_ref()?;
            Some(self.keep(tensor, Some(node), false))
        });
        let record = UpdateRecord {
            node,
            parameter: index,
            name: state.name.clone(),
            title: rule.name.into(),
            rule: Some((rule, settings)),
            gradient: state.gradient,
            weight: (state.value, state.value),
            state: Vec::new(),
            scalars: Vec::new(),
            group: Some(self.update_group(rule)),
            place: self.place(),
        };
        self.updating = Some(Updating {
            record,
            read,
            before,
            depth: self.now.frames.len(),
        });
    }

    /// The box of the optimizer.
    fn update_group(&mut self, rule: &Rule) -> u32 {
        let id = self.ids.borrow_mut().of(format!("step {}", rule.name));
        let place = self.place();
        let groups = &mut self.record.now().groups;
        if groups.iter().all(|group| group.id != id) {
            groups.push(GroupRecord {
                id,
                parent: None,
                path: rule.name.into(),
                title: format!("step: {}", rule.name),
                kind: GroupKind::Module,
                place,
            });
        }
        id
    }

    /// An op has written to a tensor: if it is a parameter that is being moved, that is recorded with all that it was
    /// made from. An optimizer may write more than once: the last record has the whole step.
    pub(super) fn written(&mut self, op: &OpRecord, changed: &Tensor) {
        let Some(index) = self.parameters.position(changed.id()) else {
            return;
        };
        let Some(now) = self.now.parameters.get(index).cloned() else {
            return;
        };
        let record = match self.updating.take() {
            Some(updating) if updating.record.parameter == index => {
                let record = self.update_so_far(&updating, now.value);
                self.updating = Some(updating);
                record
            }
            other => {
                self.updating = other;
                // A start value, not a step.
                if grad_enabled() || now.gradient.is_none() {
                    return;
                }
                UpdateRecord {
                    node: self.ids.borrow_mut().of(format!("update {}", now.name)),
                    parameter: index,
                    name: now.name.clone(),
                    title: format!("{}_", op.op.name).into(),
                    rule: None,
                    gradient: now.gradient,
                    weight: (
                        op.inputs.first().map_or(now.value, |input| input.key),
                        now.value,
                    ),
                    state: Vec::new(),
                    scalars: Vec::new(),
                    group: None,
                    place: op.place,
                }
            }
        };
        self.push(Event::Update(Rc::new(record)));
    }

    fn update_so_far(&mut self, updating: &Updating, weight: TensorKey) -> UpdateRecord {
        let mut record = updating.record.clone();
        let kept = (updating.read)();
        record.weight.1 = weight;
        record.scalars = kept.scalars;
        let slots = record.rule.as_ref().map_or(&[][..], |(rule, _)| rule.state);
        for ((slot, tensor), before) in slots.iter().zip(kept.tensors).zip(updating.before) {
            let Some(tensor) = tensor else { continue };
            let after = self.keep(&tensor, Some(record.node), false);
            if let Some(kept) = self.record.tensor_mut(after) {
                kept.name = format!("{} of {}", slot.name, record.name).into();
            }
            record.state.push(StateRecord {
                slot,
                before,
                after,
            });
        }
        record
    }

    /// The node of the update that an op is a part of.
    pub(super) fn update_node(&self) -> Option<u32> {
        self.updating.as_ref().map(|updating| updating.record.node)
    }

    /// The update is over when the optimizer's own frame is left.
    pub(super) fn leave_update(&mut self) {
        let depth = self.now.frames.len();
        self.updating.take_if(|updating| depth < updating.depth);
    }
}
