//! The ways between a parameter and the loss.

use std::collections::{HashMap, HashSet};

use super::event::{Event, OpRecord};
use super::ids::NodeId;
use super::segment::Segment;

/// Ops one after the other, from a parameter to the loss.
pub struct Path<'a> {
    pub ops: Vec<&'a OpRecord>,
}

/// The nodes of a parameter itself: its leaf, and what wrote to it in place without a gradient (its start values).
fn own_nodes(segment: &Segment, node: NodeId) -> HashSet<NodeId> {
    let mut own = HashSet::from([node]);
    for op in segment.ops().filter(|op| op.in_place && op.no_grad) {
        if op
            .inputs
            .first()
            .is_some_and(|input| own.contains(&input.from))
        {
            own.insert(op.node);
        }
    }
    own
}

/// The ops that a node's value went into, directly or through others.
pub fn consumers(segment: &Segment, node: NodeId) -> Vec<&OpRecord> {
    let own = own_nodes(segment, node);
    let mut nodes = own.clone();
    let mut reached = Vec::new();
    for op in segment.ops().filter(|op| !own.contains(&op.node)) {
        if op.inputs.iter().any(|input| nodes.contains(&input.from)) {
            nodes.insert(op.node);
            reached.push(op);
        }
    }
    reached
}

/// A way from a node to the loss; empty if there is none.
pub fn path(segment: &Segment, node: NodeId) -> Path<'_> {
    let own = own_nodes(segment, node);
    let mut came: HashMap<NodeId, NodeId> = HashMap::new();
    let ops = consumers(segment, node);
    for op in &ops {
        let mut from = op.inputs.iter().map(|input| input.from);
        if let Some(from) = from.find(|from| own.contains(from) || came.contains_key(from)) {
            came.entry(op.node).or_insert(from);
        }
    }
    let loss = ops.iter().rev().find(|op| {
        segment
            .loss
            .is_some_and(|(key, _)| op.outputs.contains(&key))
    });
    let mut way = Vec::new();
    let mut at = loss.map(|op| op.node);
    while let Some(here) = at.filter(|here| !own.contains(here) && way.len() <= ops.len()) {
        way.extend(ops.iter().rev().find(|op| op.node == here).copied());
        at = came.get(&here).copied();
    }
    way.reverse();
    Path { ops: way }
}

impl<'a> Path<'a> {
    /// The op that makes the gradient smallest, and by what factor, where it is one op's doing.
    pub fn shrinking(&self, segment: &Segment) -> Option<(&'a OpRecord, f64)> {
        let factors = self.factors(segment);
        let least = factors.into_iter().min_by(|a, b| a.1.total_cmp(&b.1));
        least.filter(|(_, factor)| *factor < 0.5)
    }

    /// The op that makes the gradient largest, and by what factor.
    pub fn growing(&self, segment: &Segment) -> Option<(&'a OpRecord, f64)> {
        let factors = self.factors(segment);
        let most = factors.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
        most.filter(|(_, factor)| *factor > 2.0)
    }

    /// What each op does to the size of a gradient's numbers on their way through it. Reductions are left out: that they
    /// divide by a count says nothing.
    fn factors(&self, segment: &Segment) -> Vec<(&'a OpRecord, f64)> {
        let size = |op: &OpRecord| {
            let gradient = segment.events.iter().rev().find_map(|event| match event {
                Event::Backward(backward) if backward.node == Some(op.node) => backward.gradient,
                _ => None,
            });
            let values = segment.tensor(gradient?)?.array().to_f64_vec();
            let squares: f64 = values.iter().map(|x| x * x).sum();
            (values.len() > 1).then(|| (squares / values.len() as f64).sqrt())
        };
        self.ops
            .windows(2)
            .filter_map(|pair| Some((pair[1], size(pair[0])? / size(pair[1])?)))
            .filter(|(_, factor)| factor.is_finite())
            .collect()
    }
}
