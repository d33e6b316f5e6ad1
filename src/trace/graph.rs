//! The picture of one iteration, read from its segment of the record: leaves, ops, boxes, and the tensors between.

use std::collections::{HashMap, HashSet};

use super::event::{Event, OpRecord, TensorKey};
use super::ids::NodeId;
use super::record::Record;
use super::segment::{Leaf, Segment};
use super::update::UpdateRecord;
use crate::session::protocol::{Edge, Graph, Group, GroupKind, Node, NodeKind, Phase, Span};

/// A picture with more nodes than this is of no use to anybody.
const MOST_NODES: usize = 600;

/// Where a place of the program is for the page: byte ranges as spans.
pub type Spans<'a> = &'a dyn Fn((u32, u32)) -> Option<Span>;

/// The graph of a segment as far as it was recorded.
pub fn graph(record: &Record, segment: &Segment, dry: bool, spans: Spans) -> Graph {
    let ops = shown_ops(segment);
    let mut builder = Builder {
        record,
        segment,
        spans,
        dims: HashMap::new(),
        boxes: boxes(segment, &ops),
    };
    let used: HashSet<NodeId> = ops
        .iter()
        .flat_map(|op| op.inputs.iter().map(|input| input.from))
        .collect();
    // A parameter that was written to is read as the same leaf again, by then with its name in the model.
    let last: HashMap<NodeId, &Leaf> = segment
        .leaves
        .iter()
        .map(|leaf| (leaf.node, leaf))
        .collect();
    let leaves: Vec<&Leaf> = segment
        .leaves
        .iter()
        .filter(|leaf| used.contains(&leaf.node))
        .map(|leaf| last[&leaf.node])
        .collect();
    let ops_nodes: Vec<Node> = ops.iter().map(|op| builder.op(op)).collect();
    let mut nodes: Vec<Node> = Vec::with_capacity(leaves.len() + ops_nodes.len());
    let mut seen = HashSet::new();
    for node in leaves
        .iter()
        .map(|leaf| builder.leaf(leaf))
        .chain(ops_nodes)
    {
        if seen.insert(node.id) {
            nodes.push(node);
        }
    }
    let mut edges: Vec<Edge> = ops.iter().flat_map(|op| builder.edges(op, &seen)).collect();
    for update in updates(segment) {
        let parameter = nodes
            .iter()
            .find(|node| node.kind == NodeKind::Parameter && node.label == *update.name);
        if let Some(parameter) = parameter {
            edges.push(update_edge(update, parameter));
            let node = builder.update(update, parameter);
            nodes.push(node);
        }
    }
    let groups = builder.groups(&nodes);
    Graph {
        dry,
        iteration: segment.iteration,
        nodes,
        edges,
        groups,
    }
}

impl Graph {
    /// Does it do nothing that the whole does not do?
    pub fn is_part_of(&self, whole: &Graph) -> bool {
        let known = |node: &Node| whole.nodes.iter().any(|other| other.id == node.id);
        self.nodes
            .iter()
            .all(|node| node.failed.is_none() && known(node))
    }

    /// With the nodes and tensors of the whole that are still to come.
    pub fn completed_by(self, mut whole: Graph) -> Graph {
        for node in self.nodes {
            if let Some(place) = whole.nodes.iter_mut().find(|other| other.id == node.id) {
                *place = node;
            }
        }
        for edge in self.edges {
            if let Some(place) = whole.edges.iter_mut().find(|other| other.id == edge.id) {
                *place = edge;
            }
        }
        whole.dry = self.dry;
        whole.iteration = self.iteration;
        whole
    }
}

/// The ops that belong to the picture: of an iteration the forward pass and the loss and whatever they were made from; of
/// a program without iterations all but those that made the layers.
pub fn shown_ops(segment: &Segment) -> Vec<&OpRecord> {
    let ops: Vec<&OpRecord> = segment
        .events
        .iter()
        .filter_map(|event| match event {
            Event::Op(op) | Event::Failed(op) => Some(&**op),
            _ => None,
        })
        .filter(|op| !matches!(op.phase, Phase::Backward | Phase::Step | Phase::ZeroGrad))
        .take(4 * MOST_NODES)
        .collect();
    if segment.iteration.is_none() {
        return ops
            .into_iter()
            .filter(|op| !op.in_making || op.failed.is_some())
            .take(MOST_NODES)
            .collect();
    }
    let mut wanted: HashSet<NodeId> = HashSet::new();
    for op in ops.iter().rev() {
        let is_loss = segment
            .loss
            .is_some_and(|(key, _)| op.outputs.contains(&key));
        let takes_part =
            matches!(op.phase, Phase::Forward | Phase::Loss) && !feeds_nothing(segment, op);
        if is_loss || takes_part || op.failed.is_some() || wanted.contains(&op.node) {
            wanted.insert(op.node);
            wanted.extend(op.inputs.iter().map(|input| input.from));
        }
    }
    ops.into_iter()
        .filter(|op| wanted.contains(&op.node))
        .take(MOST_NODES)
        .collect()
}

/// The updates of a segment, the last one of each parameter.
fn updates(segment: &Segment) -> Vec<&UpdateRecord> {
    let mut updates: Vec<&UpdateRecord> = Vec::new();
    for event in &segment.events {
        if let Event::Update(update) = event {
            updates.retain(|other| other.node != update.node);
            updates.push(update);
        }
    }
    updates
}

fn update_edge(update: &UpdateRecord, parameter: &Node) -> Edge {
    Edge {
        id: update.node.wrapping_mul(64),
        from: parameter.id,
        to: update.node,
        port: 0,
        shape: parameter.shape.clone(),
        dims: parameter.dims.clone(),
        dtype: parameter.dtype.clone(),
        cut: false,
    }
}

/// An op after the loss in a finished iteration (`loss.item()`, an accuracy) is no part of the forward pass.
fn feeds_nothing(segment: &Segment, op: &OpRecord) -> bool {
    segment
        .loss
        .is_some_and(|(loss, _)| op.inputs.iter().any(|input| input.key == loss))
}

/// Which groups stay, and for those that don't the one around them: the box of a function that is one op is that op.
fn boxes(segment: &Segment, ops: &[&OpRecord]) -> HashMap<u32, Option<u32>> {
    let mut inside: HashMap<u32, usize> = HashMap::new();
    for op in ops {
        *inside.entry(op.group.unwrap_or(u32::MAX)).or_default() += 1;
    }
    for group in &segment.groups {
        if let Some(parent) = group.parent {
            *inside.entry(parent).or_default() += 1;
        }
    }
    let single = |id: u32| inside.get(&id).copied().unwrap_or(0) <= 1;
    let goes = segment
        .groups
        .iter()
        .filter(|group| group.kind == GroupKind::Function && single(group.id));
    goes.map(|group| (group.id, group.parent)).collect()
}

struct Builder<'a> {
    record: &'a Record,
    segment: &'a Segment,
    spans: Spans<'a>,
    dims: HashMap<TensorKey, Vec<Option<String>>>,
    /// Groups that are not drawn, and what is around them.
    boxes: HashMap<u32, Option<u32>>,
}

impl Builder<'_> {
    fn group(&self, mut group: Option<u32>) -> Option<u32> {
        while let Some(around) = group.and_then(|id| self.boxes.get(&id)) {
            group = *around;
        }
        group
    }

    fn shape(&self, key: TensorKey) -> (Vec<u32>, String) {
        match self.record.tensor(key) {
            Some(tensor) => (tensor.shape_u32(), tensor.dtype.name().to_string()),
            None => (Vec::new(), String::new()),
        }
    }

    fn leaf(&self, leaf: &Leaf) -> Node {
        let (shape, dtype) = self.shape(leaf.key);
        let requires_grad = self
            .record
            .tensor(leaf.key)
            .is_some_and(|tensor| tensor.requires_grad);
        Node {
            id: leaf.node,
            kind: if leaf.parameter {
                NodeKind::Parameter
            } else {
                NodeKind::Data
            },
            label: leaf.label.clone(),
            op: String::new(),
            group: None,
            span: (self.spans)(leaf.place.span),
            grad_fn: None,
            dims: self.dims.get(&leaf.key).cloned().unwrap_or_default(),
            shape,
            dtype,
            requires_grad,
            cut: false,
            failed: None,
        }
    }

    fn update(&self, update: &UpdateRecord, parameter: &Node) -> Node {
        Node {
            id: update.node,
            kind: NodeKind::Update,
            label: format!("{} {}", update.title, update.name),
            group: update.group,
            span: (self.spans)(update.place.span),
            requires_grad: false,
            ..parameter.clone()
        }
    }

    fn op(&mut self, op: &OpRecord) -> Node {
        let output = op.outputs.first().copied();
        let (shape, dtype) = output.map(|key| self.shape(key)).unwrap_or_default();
        let dims = self.name_dims(op, &shape);
        let is_loss = self
            .segment
            .loss
            .is_some_and(|(key, _)| op.outputs.contains(&key));
        Node {
            id: op.node,
            kind: if is_loss {
                NodeKind::Loss
            } else {
                NodeKind::Op
            },
            label: op.op.name.to_string(),
            op: op.op.name.to_string(),
            group: self.group(op.group),
            span: (self.spans)(op.place.span),
            grad_fn: op.grad_fn.as_ref().map(ToString::to_string),
            shape,
            dims,
            dtype,
            requires_grad: op.grad_fn.is_some(),
            cut: op.cut,
            failed: op.failed.as_ref().map(|failed| {
                failed
                    .clash
                    .clone()
                    .unwrap_or_else(|| crate::session::protocol::ShapeClash {
                        op: op.op.name.to_string(),
                        shapes: op
                            .inputs
                            .iter()
                            .map(|input| self.shape(input.key).0)
                            .collect(),
                        rule: String::new(),
                        because: failed.message.clone(),
                        culprits: Vec::new(),
                    })
            }),
        }
    }

    fn edges(&self, op: &OpRecord, nodes: &HashSet<NodeId>) -> Vec<Edge> {
        let drawn = op.inputs.iter().filter(|input| nodes.contains(&input.from));
        drawn
            .map(|input| {
                let (shape, dtype) = self.shape(input.key);
                Edge {
                    id: op.node.wrapping_mul(64).wrapping_add(input.port),
                    from: input.from,
                    to: op.node,
                    port: input.port,
                    dims: self.dims.get(&input.key).cloned().unwrap_or_default(),
                    shape,
                    dtype,
                    cut: op.cut && input.requires_grad,
                }
            })
            .collect()
    }

    fn groups(&self, nodes: &[Node]) -> Vec<Group> {
        let mut needed: HashSet<u32> = nodes.iter().filter_map(|node| node.group).collect();
        for group in self.segment.groups.iter().rev() {
            if needed.contains(&group.id) {
                needed.extend(self.group(group.parent));
            }
        }
        let mut seen = HashSet::new();
        let drawn = self
            .segment
            .groups
            .iter()
            .filter(|group| needed.contains(&group.id) && seen.insert(group.id));
        drawn
            .map(|group| Group {
                id: group.id,
                parent: self.group(group.parent),
                path: group.path.to_string(),
                title: group.title.clone(),
                kind: group.kind,
                span: (self.spans)(group.place.span),
            })
            .collect()
    }

    /// Names dimensions where an op says what they are, and passes names on through ops that keep the shape.
    fn name_dims(&mut self, op: &OpRecord, shape: &[u32]) -> Vec<Option<String>> {
        let words: Option<&[&str]> = match (op.op.name, shape.len()) {
            ("addmm" | "linear" | "mm", 2) if op.group.is_some() => Some(&["batch", "features"]),
            ("conv2d" | "max_pool2d" | "avg_pool2d" | "batch_norm", 4) => {
                Some(&["batch", "channels", "height", "width"])
            }
            _ => None,
        };
        let names: Vec<Option<String>> = match words {
            Some(words) => words.iter().map(|word| Some(word.to_string())).collect(),
            None => op
                .inputs
                .iter()
                .find(|input| self.shape(input.key).0 == shape)
                .and_then(|input| self.dims.get(&input.key).cloned())
                .unwrap_or_default(),
        };
        if words.is_some() {
            for input in &op.inputs {
                let sizes = self.shape(input.key).0;
                let leaf = self
                    .segment
                    .leaves
                    .iter()
                    .find(|leaf| leaf.key == input.key);
                let named = match leaf {
                    Some(leaf) if leaf.parameter => parameter_dims(&leaf.label, sizes.len()),
                    _ if sizes.len() == names.len() && op.inputs.len() > 1 => names.clone(),
                    _ => continue,
                };
                self.dims.entry(input.key).or_insert(named);
            }
        }
        for key in &op.outputs {
            self.dims.insert(*key, names.clone());
        }
        names
    }
}

/// PyTorch's names for the dimensions of a Linear layer's parameters.
fn parameter_dims(label: &str, rank: usize) -> Vec<Option<String>> {
    let words: &[&str] = match (label.rsplit('.').next(), rank) {
        (Some("weight"), 2) => &["out_features", "in_features"],
        (Some("weight"), 4) => &["out_channels", "in_channels", "height", "width"],
        (Some("bias"), 1) => &["out_features"],
        _ => &[],
    };
    words.iter().map(|word| Some(word.to_string())).collect()
}
