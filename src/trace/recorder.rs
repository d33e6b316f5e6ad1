//! Told of everything that happens, keeps it as events.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use super::event::{
    BackwardRecord, Event, FrameHead, Input, Instant, OpRecord, Place, TensorKey, Variable,
};
use super::groups::Groups;
use super::ids::{Ids, NodeId};
use super::modules::{self, Modules};
use super::outline::Outline;
use super::parameters::Parameters;
use super::progress::is_op;
use super::record::Record;
use super::segment::Leaf;
use super::state::{FrameState, State};
use super::tensors::TensorRecord;
use super::{flow, summary};
use crate::autograd::{Node, grad_enabled};
use crate::lang::vm::FrameInfo;
use crate::lang::{Observer, Value};
use crate::ops::watch::{OpEvent, Watch};
use crate::ops::{Arg, Args, Grads, Op};
use crate::session::protocol::{GroupKind, LossPoint, Phase, Stream};
use crate::tensor::{Tensor, TensorError};

/// Keeps a [`Record`] of what it is told.
pub struct Recorder {
    pub record: Record,
    pub now: State,
    pub parameters: Parameters,
    pub ids: Rc<RefCell<Ids>>,
    /// How many iterations have begun.
    pub iterations: u32,
    /// How many ops, backward nodes and accumulations were recorded.
    pub ops: u32,
    /// The phase of an act that the learner does by hand: the lines of the program do not tell it.
    act: Option<Phase>,
    outline: Rc<dyn Outline>,
    /// The training that runs, and how many frames there are in it.
    training: Option<(usize, usize)>,
    groups: Groups,
    modules: Modules,
    /// The name of the first module with parameters: theirs are told without it.
    root: Option<Rc<str>>,
    names: HashMap<u64, Rc<str>>,
    /// The last recorded value of each tensor in this segment, with the storage and version it had.
    current: HashMap<u64, (TensorKey, (u64, u32))>,
    /// The op that made a tensor in this segment.
    producers: HashMap<u64, NodeId>,
    /// The graph's node of an autograd node, and the value it made.
    autograd: HashMap<u64, (NodeId, TensorKey)>,
    walked: Vec<(Weak<Node>, NodeId)>,
    /// A backward pass ran since the last line of the program.
    backward: bool,
    /// Library modules that are being imported: of no interest.
    importing: usize,
}

impl Recorder {
    pub fn new(outline: Rc<dyn Outline>, ids: Rc<RefCell<Ids>>, budget: usize) -> Self {
        Self {
            record: Record::new(budget),
            now: State::default(),
            parameters: Parameters::default(),
            ids,
            iterations: 0,
            ops: 0,
            act: None,
            outline,
            training: None,
            groups: Groups::default(),
            modules: Modules::default(),
            root: None,
            names: HashMap::new(),
            current: HashMap::new(),
            producers: HashMap::new(),
            autograd: HashMap::new(),
            walked: Vec::new(),
            backward: false,
            importing: 0,
        }
    }

    pub fn push(&mut self, event: Event) {
        self.ops += u32::from(is_op(&event));
        self.now.apply(&event);
        self.record.push(event);
    }

    /// Records what the program printed or what was said at the prompt.
    pub fn output(&mut self, stream: Stream, text: &str) {
        self.push(Event::Output {
            stream,
            text: text.into(),
        });
    }

    /// Records what changed since the last event without being told: parameters, gradients, what backward freed.
    pub fn settle(&mut self) {
        for (node, id) in std::mem::take(&mut self.walked) {
            if node
                .upgrade()
                .is_none_or(|node| node.op().is_some() && node.saved().is_none())
            {
                self.push(Event::Freed(id));
            }
        }
        let mut parameters = std::mem::take(&mut self.parameters);
        let changes = parameters.changes(|tensor, tracked, is_gradient| {
            let key = self.keep(tensor, Some(tracked.node), is_gradient);
            if let Some(record) = self.record.tensor_mut(key) {
                record.name = match is_gradient {
                    true => format!("{}.grad", tracked.name).into(),
                    false => tracked.name.clone(),
                };
            }
            key
        });
        self.parameters = parameters;
        for (parameter, state) in changes {
            self.push(Event::Parameter {
                parameter,
                state: Rc::new(state),
            });
        }
    }

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

    fn name_tensor(&mut self, name: &str, tensor: &Tensor) {
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

    fn follow(&mut self, tensor: &Tensor, name: &str) -> usize {
        let node = self.ids.borrow_mut().of(format!("parameter {name}"));
        self.parameters.follow(tensor, name.into(), node)
    }

    /// The key of a tensor's value as it is now.
    fn keep(&mut self, tensor: &Tensor, node: Option<NodeId>, is_gradient: bool) -> TensorKey {
        let stamp = {
            let array = tensor.array();
            (array.storage().id(), array.storage().version())
        };
        if let Some((key, seen)) = self.current.get(&tensor.id())
            && *seen == stamp
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

    fn place(&self) -> Place {
        self.now
            .program_frame()
            .map(|frame| frame.place)
            .unwrap_or_default()
    }

    /// The first instant of the iteration that runs, or of the stretch between iterations.
    pub fn segment_start(&self) -> Instant {
        self.record
            .segments
            .last()
            .map_or(0, |segment| segment.first)
    }

    /// Is the program inside a training?
    pub fn is_training(&self) -> bool {
        self.training.is_some()
    }

    /// Is a library module being imported? Nothing is recorded then.
    pub fn is_importing(&self) -> bool {
        self.importing > 0
    }

    /// The learner does an act of the training by hand. Doing a phase again gives its ops the numbers they had.
    pub fn begin_act(&mut self, phase: Phase) {
        self.settle();
        self.groups.again(phase);
        self.act = Some(phase);
        self.set_phase(phase);
    }

    /// The act is over; the program stands in `phase` as before.
    pub fn end_act(&mut self, phase: Phase) {
        self.settle();
        self.act = None;
        self.sample_flow();
        self.set_phase(phase);
    }

    /// The path of the module in which the last op failed, if that was the last thing that happened.
    pub fn failed_module(&self) -> Option<String> {
        let segment = self.record.segments.last()?;
        let failed = segment.events.iter().rev().find_map(|event| match event {
            Event::Failed(op) => Some(op),
            _ => None,
        })?;
        let mut group = failed.group;
        while let Some(id) = group {
            let record = segment.groups.iter().find(|record| record.id == id)?;
            if record.kind == GroupKind::Module {
                return Some(record.path.to_string());
            }
            group = record.parent;
        }
        None
    }

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

    /// Notes an iteration that ran without being recorded.
    pub fn unrecorded(&mut self, iteration: u32, loss: Option<(String, f64)>) {
        self.record.begin(Some(iteration), State::default());
        let segment = self.record.now();
        segment.thinned = true;
        if let Some((name, value)) = loss {
            segment.loss = Some((TensorKey::MAX, value));
            segment.loss_name.clone_from(&name);
            self.record.losses.push(LossPoint {
                iteration,
                name,
                value,
            });
        }
    }

    // Iterations and phases.

    fn begin_iteration(&mut self, training: usize) {
        self.training = Some((training, self.now.frames.len()));
        let index = self.iterations;
        self.iterations += 1;
        self.begin_segment(Some(index));
    }

    fn begin_segment(&mut self, iteration: Option<u32>) {
        self.now.phase = Phase::Other;
        self.record.begin(iteration, self.now.clone());
        self.groups.begin_segment();
        self.current.clear();
        self.producers.clear();
        self.autograd.clear();
        self.parameters.forget();
        self.settle();
    }

    fn set_phase(&mut self, phase: Phase) {
        if self.now.phase == phase {
            return;
        }
        self.groups.begin_phase(phase);
        self.push(Event::Phase(phase));
        let instant = self.record.head();
        self.record.now().phases.push((phase, instant));
    }

    /// Finds out where in a training a line of the program is, before it runs.
    fn locate(&mut self, function: &str, line: u32) {
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

    fn sample_flow(&mut self) {
        if !std::mem::take(&mut self.backward) {
            return;
        }
        let iteration = self.iterations.saturating_sub(1);
        let segment = self.record.now();
        let sample = flow::sample(iteration, segment, &self.now);
        self.record.flow.push(sample);
    }

    // Modules.

    pub(super) fn enter_module(&mut self, module: &Value) {
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

    pub(super) fn leave_module(&mut self) {
        if self.importing == 0 {
            self.groups.leave_module();
        }
    }

    // Ops.

    fn op_record(&mut self, op: &'static Op, args: &Args) -> OpRecord {
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
            failed: None,
        }
    }

    fn inputs(&mut self, op: &'static Op, args: &Args, settings: &mut Vec<String>) -> Vec<Input> {
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
                other => {
                    settings.extend(setting(name, other));
                    port += 1;
                }
            }
        }
        inputs
    }

    fn input(&mut self, tensor: &Tensor, port: u32) -> Input {
        let requires_grad = tensor.requires_grad();
        if let Some(from) = self.producers.get(&tensor.id()).copied() {
            return Input {
                from,
                key: self.keep(tensor, Some(from), false),
                port,
                requires_grad,
            };
        }
        let leaf = self.leaf(tensor, requires_grad && tensor.is_leaf());
        Input {
            from: leaf.node,
            key: leaf.key,
            port,
            requires_grad,
        }
    }

    /// The leaf of the graph that a tensor from outside this segment is.
    fn leaf(&mut self, tensor: &Tensor, parameter: bool) -> Leaf {
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

    fn finish_op(&mut self, mut record: OpRecord, event: &OpEvent) {
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
        self.push(Event::Op(Box::new(record)));
    }

    /// Where a backward pass starts is the loss.
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

/// An argument that is no tensor, as text: `dim=1`.
fn setting(name: &str, arg: &Arg) -> Option<String> {
    let text = match arg {
        Arg::None | Arg::Tensor(_) | Arg::Tensors(_) => return None,
        Arg::Bool(value) => if *value { "True" } else { "False" }.to_string(),
        Arg::Int(value) => value.to_string(),
        Arg::Float(value) => crate::lang::text::repr_float(*value),
        Arg::Str(value) => format!("'{value}'"),
        Arg::Ints(values) => format!("{values:?}"),
        Arg::Floats(values) => format!("{values:?}"),
        Arg::DType(dtype) => dtype.name().to_string(),
        Arg::Index(_) => "…".to_string(),
        Arg::Like(shape, _) => format!("{shape:?}"),
    };
    Some(if name.is_empty() {
        text
    } else {
        format!("{name}={text}")
    })
}

impl Watch for Recorder {
    fn op(&mut self, event: &OpEvent) {
        // What a gradient formula calls is part of its backward node.
        if event.during.is_some() || self.importing > 0 {
            return;
        }
        self.settle();
        let record = self.op_record(event.op, event.args);
        self.finish_op(record, event);
    }

    fn failed(&mut self, op: &'static Op, args: &Args, error: &TensorError) {
        if self.importing > 0 {
            return;
        }
        self.settle();
        let mut record = self.op_record(op, args);
        record.failed = Some(super::view::failed(error));
        self.push(Event::Failed(Box::new(record)));
    }

    fn backward_node(&mut self, node: &Rc<Node>, grads_in: &Grads, grads_out: &Grads) {
        self.settle();
        if !self.backward {
            self.backward = true;
            self.found_loss(node);
        }
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

    fn accumulate(&mut self, leaf: &Tensor, incoming: &Tensor, before: Option<&Tensor>) {
        if self.parameters.position(leaf.id()).is_none() {
            self.leaf(leaf, true);
        }
        self.settle();
        let Some((parameter, times)) = self.parameters.accumulate(leaf, before) else {
            return;
        };
        self.backward = true;
        let node = self.parameters.list[parameter].node;
        let incoming = self.keep(incoming, Some(node), true);
        self.push(Event::Accumulate {
            parameter,
            incoming,
            times,
        });
    }
}

impl Recorder {
    /// `gradient of loss`
    fn name_gradient(&mut self, gradient: TensorKey, value: TensorKey) {
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

    // Lines and calls.

    fn line(&mut self, frame: &FrameInfo) {
        if self.importing > 0 {
            return;
        }
        self.settle();
        self.align(frame);
        if frame.is_program {
            self.sample_flow();
            self.locate(short_name(&frame.function), frame.line);
        }
        self.push(Event::Line {
            line: frame.line,
            span: frame.span,
        });
    }

    /// Brings the frames in line with the machine's: exceptions leave frames without a word, generators come back to
    /// theirs.
    fn align(&mut self, frame: &FrameInfo) {
        while self.now.frames.len() > frame.depth {
            self.leave_frame();
        }
        let top = self.now.frames.last().map(|top| &*top.head);
        if self.now.frames.len() < frame.depth {
            self.push(Event::Call(Rc::new(head(frame))));
        } else if top.is_some_and(|top| {
            *top.function != *short_name(&frame.function) || *top.file != *frame.file
        }) {
            self.leave_frame();
            self.push(Event::Call(Rc::new(head(frame))));
        }
    }

    /// Leaves the frames above this many.
    pub fn leave_frames_above(&mut self, depth: usize) {
        self.settle();
        while self.now.frames.len() > depth.max(1) {
            self.leave_frame();
        }
    }

    fn leave_frame(&mut self) {
        self.groups.left_frame(self.now.frames.len());
        self.push(Event::Return);
    }

    fn call(&mut self, frame: &FrameInfo) {
        if frame.function == "<module>" && !frame.is_program {
            self.importing += 1;
        }
        if self.importing > 0 {
            return;
        }
        while self.now.frames.len() >= frame.depth {
            self.leave_frame();
        }
        if is_group(frame) {
            let (place, depth) = (self.place(), self.now.frames.len() + 1);
            let name = short_name(&frame.function);
            let path: Rc<str> = match self.groups.module_path() {
                Some(module) => format!("{module}.{name}").into(),
                None => name.into(),
            };
            let title = name.to_string();
            self.groups.push(
                &mut self.ids.borrow_mut(),
                path,
                title,
                GroupKind::Function,
                place,
                depth,
            );
        }
        self.push(Event::Call(Rc::new(head(frame))));
    }

    fn left(&mut self, frame: &FrameInfo) {
        if self.importing > 0 {
            if frame.function == "<module>" && !frame.is_program {
                self.importing -= 1;
            }
            return;
        }
        self.settle();
        // The program's own frame stays: its variables can be looked at after the end.
        while self.now.frames.len() >= frame.depth.max(2) {
            self.leave_frame();
        }
    }

    fn assign(&mut self, name: &str, value: &Value) {
        if self.importing > 0 {
            return;
        }
        self.learn(name, value);
        let value = self.variable(value);
        self.push(Event::Assign {
            name: name.into(),
            value: Rc::new(value),
        });
    }
}

impl Recorder {
    fn variable(&mut self, value: &Value) -> Variable {
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
}

/// `fit` of `Trainer.fit`.
pub fn short_name(qualified: &str) -> &str {
    qualified.rsplit('.').next().unwrap_or(qualified)
}

fn head(frame: &FrameInfo) -> FrameHead {
    FrameHead {
        file: frame.file.as_str().into(),
        function: short_name(&frame.function).into(),
        is_program: frame.is_program,
    }
}

/// Is a function drawn as a box: one of `torch.nn.functional`, or one of the learner's own?
fn is_group(frame: &FrameInfo) -> bool {
    let name = short_name(&frame.function);
    let plain = !name.starts_with('<') && !name.starts_with('_') && !name.ends_with("forward");
    plain && (frame.is_program || frame.file.contains("nn/functional"))
}

/// The recorder as an observer of the VM.
pub struct Watching(pub Rc<RefCell<Recorder>>);

impl Observer for Watching {
    fn line(&mut self, frame: &FrameInfo) {
        self.0.borrow_mut().line(frame);
    }
    fn call(&mut self, frame: &FrameInfo) {
        self.0.borrow_mut().call(frame);
    }
    fn returned(&mut self, frame: &FrameInfo, _: &Value) {
        self.0.borrow_mut().left(frame);
    }
    fn assign(&mut self, frame: &FrameInfo, name: &str, value: &Value) {
        if frame.is_program {
            self.0.borrow_mut().assign(name, value);
        }
    }
}
