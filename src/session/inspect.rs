//! The inspector's questions, answered from the record.

use std::collections::HashMap;

use super::optimizer::{Ruled, last_update, next_step, update_view};
use crate::ops;
use crate::reference;
use crate::session::protocol::*;
use crate::trace::event::{Event, Instant, OpRecord};
use crate::trace::graph::shown_ops;
use crate::trace::progress::progress;
use crate::trace::record::Record;
use crate::trace::segment::Segment;
use crate::trace::state::State;
use crate::trace::view::tensor_view;

/// By which rule each parameter is going to be moved, by its name.
pub type Planned = HashMap<String, Ruled>;

/// Everything about one node of a segment's graph as of an instant, with the parameters of a state.
///
/// # Errors
/// In words, when the node is not in the record at that instant.
pub fn node(
    record: &Record,
    (segment, instant): (&Segment, Instant),
    state: &State,
    node: u32,
    planned: &Planned,
) -> Result<NodeView, String> {
    let done = progress(record, segment, instant, state);
    let value = |node: u32| {
        done.values
            .iter()
            .find(|(id, _)| *id == node)
            .map(|(_, key)| *key)
    };
    let gradient = |node: u32| {
        done.gradients
            .iter()
            .find(|(id, _)| *id == node)
            .map(|(_, key)| *key)
    };
    let view = |key: u32| record.tensor(key).map(|tensor| tensor_view(key, tensor));
    if let Some(op) = find_op(segment, instant, node) {
        let inputs = op.inputs.iter().enumerate().filter_map(|(index, input)| {
            let gradient = passed(segment, instant, op, input.port).and_then(view);
            Some(NamedTensor {
                name: input_name(op, index),
                tensor: view(input.key)?,
                gradient,
            })
        });
        return Ok(NodeView {
            node,
            title: op.op.name.to_string(),
            card: Some(reference::card(op.op)),
            formula: formula(record, op),
            inputs: inputs.collect(),
            output: value(node).and_then(view),
            gradient: gradient(node).and_then(view),
            grad_state: None,
            state: Vec::new(),
            span: None,
        });
    }
    if let Some(parameter) = state
        .parameters
        .iter()
        .find(|parameter| parameter.node == node)
    {
        return Ok(NodeView {
            node,
            title: parameter.name.to_string(),
            card: None,
            formula: String::new(),
            inputs: Vec::new(),
            output: view(parameter.value),
            gradient: parameter.gradient.and_then(view),
            grad_state: Some(parameter.grad.clone()),
            state: next_step(record, instant, parameter, planned.get(&*parameter.name)),
            span: None,
        });
    }
    if let Some((iteration, update)) = last_update(record, instant, |update| update.node == node) {
        return Ok(update_view(record, iteration, &update));
    }
    let leaf = segment.leaves.iter().find(|leaf| leaf.node == node);
    let leaf = leaf.ok_or("This node has no value yet: the program has not come to it.")?;
    Ok(NodeView {
        node,
        title: leaf.label.clone(),
        card: None,
        formula: String::new(),
        inputs: Vec::new(),
        output: view(value(node).unwrap_or(leaf.key)),
        gradient: gradient(node).and_then(view),
        grad_state: None,
        state: Vec::new(),
        span: None,
    })
}

/// The last call of a node's op up to an instant.
fn find_op(segment: &Segment, instant: Instant, node: u32) -> Option<&OpRecord> {
    let so_far = segment.until(instant).iter().rev();
    let called = so_far.filter_map(|event| match event {
        Event::Op(op) | Event::Failed(op) => Some(&**op),
        _ => None,
    });
    called.into_iter().find(|op| op.node == node)
}

/// The gradient that backward passed on to an input of an op.
fn passed(segment: &Segment, instant: Instant, op: &OpRecord, port: u32) -> Option<u32> {
    let walked = segment
        .until(instant)
        .iter()
        .rev()
        .find_map(|event| match event {
            Event::Backward(backward) if backward.node == Some(op.node) => Some(backward),
            _ => None,
        })?;
    walked
        .passed
        .iter()
        .find(|(at, _)| *at == port)
        .map(|(_, key)| *key)
}

/// The name of an input: the op's own word for it.
fn input_name(op: &OpRecord, index: usize) -> String {
    let port = op.inputs[index].port as usize;
    let names = ops::signature::parameters(op.op.signature);
    names
        .map(|parameter| parameter.name.to_string())
        .nth(port)
        .unwrap_or_else(|| format!("input {index}"))
}

/// The formula with this call's shapes, as LaTeX.
fn formula(record: &Record, op: &OpRecord) -> String {
    let shape = |key: u32| match record.tensor(key) {
        Some(tensor) if tensor.shape.is_empty() => "\\cdot".to_string(),
        Some(tensor) => tensor
            .shape
            .iter()
            .map(usize::to_string)
            .collect::<Vec<_>>()
            .join("\\times "),
        None => "?".to_string(),
    };
    let list = |keys: Vec<u32>| {
        keys.into_iter()
            .map(shape)
            .collect::<Vec<_>>()
            .join(",\\; ")
    };
    let inputs = list(op.inputs.iter().map(|input| input.key).collect());
    let settings: String = op
        .settings
        .iter()
        .map(|s| format!(",\\; \\text{{{}}}", s.replace('_', "\\_")))
        .collect();
    let outputs = list(op.outputs.clone());
    format!(
        "\\operatorname{{{}}}\\colon\\; {inputs}{settings} \\;\\to\\; {outputs}",
        op.op.name.replace('_', "\\_")
    )
}

/// Whether the segment shows anything yet.
pub fn has_graph(segment: &Segment) -> bool {
    !shown_ops(segment).is_empty()
}
