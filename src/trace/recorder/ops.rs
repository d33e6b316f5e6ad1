//! Ops, with the tensors that go into them and the modules that they stand in.

use std::rc::Rc;

use super::Recorder;
use crate::autograd::grad_enabled;
use crate::lang::Value;
use crate::ops::watch::OpEvent;
use crate::ops::{Arg, Args, Op};
use crate::session::protocol::GroupKind;
use crate::tensor::Tensor;
use crate::tensor::index::IndexItem;
use crate::trace::event::{Event, Input, OpRecord};
use crate::trace::segment::Leaf;
use crate::trace::tensors::TensorRecord;
use crate::trace::{modules, summary};

impl Recorder {
    pub(in crate::trace) fn enter_module(&mut self, module: &Value) {
        if self.importing > 0 {
            return;
        }
        if !self.modules.is_known(module) {
            let (class, _) = summary(module);
            let name = match self.groups.module_path() {
                Some(parent) => format!("{parent}.{class}"),
                None => class.to_lowercase(),
            };
            self.modules.learn(&name, module);
        }
        let path = self
            .modules
            .path(module)
            .unwrap_or_else(|| Rc::from("module"));
        let title = modules::title(&path, module);
        let (place, depth) = (self.place(), self.now.frames.len());
        self.groups.push(
            &mut self.ids.borrow_mut(),
            path,
            title,
            GroupKind::Module,
            place,
            depth,
        );
    }

    pub(in crate::trace) fn leave_module(&mut self) {
        if self.importing == 0 {
            self.groups.leave_module();
        }
    }

    pub(super) fn op_record(&mut self, op: &'static Op, args: &Args) -> OpRecord {
        let mut told = Vec::new();
        let (key, group) = self.groups.innermost(|group| told.push(group.clone()));
        self.record.now().groups.extend(told);
        let name = format!("{key}|{}", op.name);
        let count = self.groups.count(name.clone());
        let node = self.ids.borrow_mut().of(format!("op {name}#{count}"));
        let mut settings = Vec::new();
        let inputs = self.inputs(op, args, &mut settings);
        OpRecord {
            node,
            op,
            inputs,
            outputs: Vec::new(),
            settings,
            grad_fn: None,
            autograd: None,
            group,
            place: self.place(),
            phase: self.now.phase,
            cut: false,
            no_grad: !grad_enabled(),
            in_place: false,
            in_making: self.now.is_making(),
            update: self.update_node(),
            failed: None,
        }
    }

    pub(super) fn inputs(
        &mut self,
        op: &'static Op,
        args: &Args,
        settings: &mut Vec<String>,
    ) -> Vec<Input> {
        let mut inputs = Vec::new();
        let mut port = 0;
        let mut names = crate::ops::signature::parameters(op.signature);
        for arg in args.iter() {
            let name = names.next().map_or("", |parameter| parameter.name);
            match arg {
                Arg::Tensor(tensor) => {
                    inputs.push(self.input(tensor, port));
                    port += 1;
                }
                Arg::Tensors(tensors) => {
                    for tensor in tensors.iter() {
                        inputs.push(self.input(tensor, port));
                        port += 1;
                    }
                }
                Arg::Index(items) => {
                    settings.push(index_text(items));
                    let tensors = items.iter().filter_map(|item| match item {
                        IndexItem::Tensor(tensor) => Some(tensor),
                        _ => None,
                    });
                    // Ports of its own for each: the arguments after it keep theirs.
                    for (tensor, at) in tensors.zip((port..).step_by(16)) {
                        inputs.push(self.index_input(tensor, at));
                    }
                    port += 1;
                }
                other => {
                    settings.extend(setting(name, other));
                    port += 1;
                }
            }
        }
        inputs
    }

    pub(super) fn input(&mut self, tensor: &Tensor, port: u32) -> Input {
        let requires_grad = tensor.requires_grad();
        let is_parameter = requires_grad && tensor.is_leaf();
        // A parameter that has a name has no history, whatever was written into it: an op reads it as a leaf.
        let node = match is_parameter {
            true => self.parameters.position(tensor.id()),
            false => None,
        }
        .map(|index| self.parameters.list[index].node);
        let producer = self.producers.get(&tensor.id()).copied();
        if let Some(from) = producer.filter(|from| node.is_none_or(|node| node == *from)) {
            return Input {
                from,
                key: self.keep(tensor, Some(from), false),
                port,
                requires_grad,
            };
        }
        let leaf = self.leaf(tensor, is_parameter);
        Input {
            from: leaf.node,
            key: leaf.key,
            port,
            requires_grad,
        }
    }

    /// A tensor in an index comes as a copy of the program's own one: it is known by its elements.
    fn index_input(&mut self, tensor: &Tensor, port: u32) -> Input {
        let own = |record: &TensorRecord| record.is_value_of(tensor);
        let made_here = self.record.segments.last().and_then(|segment| {
            let mut ops = segment.events.iter().rev().filter_map(|event| match event {
                Event::Op(op) => Some(op),
                _ => None,
            });
            ops.find_map(|op| {
                let key = op
                    .outputs
                    .iter()
                    .find(|key| segment.tensor(**key).is_some_and(own))?;
                Some((op.node, *key))
            })
        });
        if let Some((from, key)) = made_here {
            return Input {
                from,
                key,
                port,
                requires_grad: false,
            };
        }
        let variables = self
            .now
            .frames
            .iter()
            .rev()
            .flat_map(|frame| &frame.variables);
        let mut named = variables.filter_map(|(name, value)| Some((name, value.tensor?)));
        let named = named.find(|(_, key)| self.record.tensor(*key).is_some_and(own));
        if let Some((name, _)) = named {
            self.names.insert(tensor.id(), name.clone());
        }
        self.input(tensor, port)
    }

    /// The leaf of the graph that a tensor from outside this segment is.
    pub(super) fn leaf(&mut self, tensor: &Tensor, parameter: bool) -> Leaf {
        let (label, node) = if parameter {
            let index = match self.parameters.position(tensor.id()) {
                Some(index) => index,
                None => {
                    let name = self.names.get(&tensor.id()).cloned();
                    let name = name.unwrap_or_else(|| {
                        format!("parameter {}", self.parameters.list.len()).into()
                    });
                    self.follow(tensor, &name)
                }
            };
            let tracked = &self.parameters.list[index];
            (tracked.name.to_string(), tracked.node)
        } else {
            let label = self
                .names
                .get(&tensor.id())
                .map_or_else(|| "constant".to_string(), |name| name.to_string());
            let count = self.groups.count(format!("data {label} {}", tensor.id()));
            let same = if count == 0 {
                self.groups.count(format!("data {label}"))
            } else {
                0
            };
            (
                label.clone(),
                self.ids.borrow_mut().of(format!("data {label}#{same}")),
            )
        };
        let key = self.keep(tensor, Some(node), false);
        let leaf = Leaf {
            node,
            key,
            label,
            parameter,
            place: self.place(),
        };
        self.producers.insert(tensor.id(), node);
        self.record.now().leaves.push(leaf.clone());
        leaf
    }

    pub(super) fn finish_op(&mut self, mut record: OpRecord, event: &OpEvent) -> Box<OpRecord> {
        for output in event.outputs {
            if !event.in_place {
                // A new tensor may have the name of none.
                self.names.remove(&output.id());
            }
            let key = self.keep(output, Some(record.node), false);
            self.producers.insert(output.id(), record.node);
            record.outputs.push(key);
        }
        record.in_place = event.in_place;
        let needs = record.inputs.iter().any(|input| input.requires_grad);
        record.cut = needs && event.outputs.iter().all(|output| !output.requires_grad());
        if let Some(node) = event.node {
            record.grad_fn = Some(node.name().into());
            record.autograd = Some(node.id());
            if let Some(key) = record.outputs.first() {
                self.autograd.insert(node.id(), (record.node, *key));
            }
        }
        let record = Box::new(record);
        self.push(Event::Op(record.clone()));
        record
    }
}

/// An argument that is no tensor, as text: `dim=1`.
fn setting(name: &str, arg: &Arg) -> Option<String> {
    let text = match arg {
        Arg::None | Arg::Tensor(_) | Arg::Tensors(_) | Arg::Index(_) => return None,
        Arg::Bool(value) => if *value { "True" } else { "False" }.to_string(),
        Arg::Int(value) => value.to_string(),
        Arg::Float(value) => crate::lang::text::repr_float(*value),
        Arg::Str(value) => format!("'{value}'"),
        Arg::Ints(values) => format!("{values:?}"),
        Arg::Floats(values) => format!("{values:?}"),
        Arg::DType(dtype) => dtype.name().to_string(),
        Arg::Like(shape, _) => format!("{shape:?}"),
    };
    Some(if name.is_empty() {
        text
    } else {
        format!("{name}={text}")
    })
}

/// An index as the program writes it: `[…, 0, 1:3]`. A tensor in it is an input of its own.
fn index_text(items: &[IndexItem]) -> String {
    let bound = |bound: &Option<i64>| bound.map_or_else(String::new, |bound| bound.to_string());
    let text = |item: &IndexItem| match item {
        IndexItem::Int(index) => index.to_string(),
        IndexItem::Slice { start, stop, step } => {
            let step = step.map_or_else(String::new, |step| format!(":{step}"));
            format!("{}:{}{step}", bound(start), bound(stop))
        }
        IndexItem::NewAxis => "None".to_string(),
        IndexItem::Ellipsis => "...".to_string(),
        IndexItem::Bool(value) => if *value { "True" } else { "False" }.to_string(),
        IndexItem::Tensor(_) => "tensor".to_string(),
    };
    let items: Vec<String> = items.iter().map(text).collect();
    format!("[{}]", items.join(", "))
}
