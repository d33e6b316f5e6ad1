//! Which names tensors and parameters have, and the keys of their recorded values.

use std::rc::Rc;

use super::Recorder;
use crate::lang::Value;
use crate::tensor::Tensor;
use crate::trace::event::{TensorKey, Variable};
use crate::trace::ids::NodeId;
use crate::trace::summary;
use crate::trace::tensors::TensorRecord;

impl Recorder {
    /// Learns the name of a value that the program holds.
    pub fn learn(&mut self, name: &str, value: &Value) {
        if let Some(tensor) = value.native::<Tensor>() {
            self.name_tensor(name, tensor);
            return;
        }
        // A part of a model under another name (`for layer in model`) keeps its own.
        if self.modules.path(value).is_some_and(|path| &*path != name) {
            return;
        }
        let found = self.modules.learn(name, value);
        if found.is_empty() {
            return;
        }
        let root = self.root.get_or_insert_with(|| name.into()).clone();
        for parameter in found {
            let short = match parameter
                .path
                .strip_prefix(&*root)
                .and_then(|rest| rest.strip_prefix('.'))
            {
                Some(short) => short,
                None => &parameter.path,
            };
            self.follow(&parameter.tensor, short);
        }
    }

    pub(super) fn name_tensor(&mut self, name: &str, tensor: &Tensor) {
        let name: Rc<str> = name.into();
        self.names.insert(tensor.id(), name.clone());
        if let Some((key, _)) = self.current.get(&tensor.id()).copied()
            && let Some(record) = self.record.tensor_mut(key)
        {
            record.name = name.clone();
        }
        if tensor.is_leaf()
            && tensor.requires_grad()
            && self.parameters.position(tensor.id()).is_none()
        {
            self.follow(tensor, &name);
        }
    }

    pub(super) fn follow(&mut self, tensor: &Tensor, name: &str) -> usize {
        let key = format!("parameter {name}");
        let known = self.parameters.position(tensor.id());
        let node = match known {
            // Under another name it stays the node that it is, in later records too.
            Some(index) => {
                let node = self.parameters.list[index].node;
                self.ids.borrow_mut().also(key, node)
            }
            None => self.ids.borrow_mut().of(key),
        };
        self.parameters.follow(tensor, name.into(), node)
    }

    /// The key of a tensor's value as it is now.
    pub(super) fn keep(
        &mut self,
        tensor: &Tensor,
        node: Option<NodeId>,
        is_gradient: bool,
    ) -> TensorKey {
        let stamp = {
            let array = tensor.array();
            (array.storage().id(), array.storage().version())
        };
        if let Some((key, seen)) = self.current.get(&tensor.id())
            && *seen == stamp
            // Gradients that come together are added up without a new version.
            && self.record.tensor(*key).is_some_and(|kept| kept.is_value_of(tensor))
        {
            return *key;
        }
        let mut record = TensorRecord::of(tensor);
        record.node = node;
        record.is_gradient = is_gradient;
        if let Some(name) = self.names.get(&tensor.id()) {
            record.name = name.clone();
        }
        let key = self.record.keep(record);
        self.current.insert(tensor.id(), (key, stamp));
        key
    }

    pub(super) fn variable(&mut self, value: &Value) -> Variable {
        let (kind, text) = summary(value);
        let tensor = value.native::<Tensor>().cloned().map(|tensor| {
            let node = self.producers.get(&tensor.id()).copied();
            self.keep(&tensor, node, false)
        });
        Variable {
            kind: kind.into(),
            text: text.into(),
            tensor,
        }
    }

    /// `gradient of loss`
    pub(super) fn name_gradient(&mut self, gradient: TensorKey, value: TensorKey) {
        let name = self
            .record
            .tensor(value)
            .map(|record| record.name.clone())
            .unwrap_or_default();
        if let Some(record) = self.record.tensor_mut(gradient)
            && !name.is_empty()
        {
            record.name = format!("gradient of {name}").into();
        }
    }
}
