//! What has happened to the graph of a segment by an instant.

use std::collections::BTreeMap;

use super::event::{BackwardRecord, Event, Instant, OpRecord};
use super::record::Record;
use super::segment::Segment;
use super::state::State;
use super::update::UpdateRecord;
use crate::session::protocol::Progress;

/// Progress at an instant, of the segment that it lies in.
pub fn progress(record: &Record, segment: &Segment, instant: Instant, state: &State) -> Progress {
    let mut progress = Progress::default();
    let mut values: BTreeMap<u32, u32> = BTreeMap::new();
    let mut gradients: BTreeMap<u32, u32> = BTreeMap::new();
    let events = segment.until(instant);
    for event in events {
        match event {
            Event::Op(op) => {
                if let Some(key) = op.outputs.first() {
                    values.insert(op.node, *key);
                }
                for input in &op.inputs {
                    values.entry(input.from).or_insert(input.key);
                    push_new(&mut progress.forward_done, input.from);
                }
                push_new(&mut progress.forward_done, op.node);
                // Done anew: what backward did to it before is past.
                progress.backward_done.retain(|node| *node != op.node);
                progress.freed.retain(|node| *node != op.node);
                gradients.remove(&op.node);
            }
            Event::Backward(backward) => {
                if let Some(node) = backward.node {
                    push_new(&mut progress.backward_done, node);
                    gradients.extend(backward.gradient.map(|key| (node, key)));
                }
            }
            Event::Accumulate { parameter, .. } => {
                if let Some(parameter) = state.parameters.get(*parameter) {
                    push_new(&mut progress.backward_done, parameter.node);
                }
            }
            Event::Freed(node) => push_new(&mut progress.freed, *node),
            Event::Update(update) => {
                push_new(&mut progress.forward_done, update.node);
                values.insert(update.node, update.weight.1);
            }
            _ => {}
        }
    }
    for parameter in &state.parameters {
        values.insert(parameter.node, parameter.value);
        match parameter.gradient {
            Some(key) => gradients.insert(parameter.node, key),
            None => gradients.remove(&parameter.node),
        };
    }
    progress.values = values.into_iter().collect();
    progress.gradients = gradients.into_iter().collect();
    if let Some(last) = happened(events) {
        tell(record, state, last, &mut progress);
    }
    progress
}

/// The last event that did something: bookkeeping comes after it.
fn happened(events: &[Event]) -> Option<&Event> {
    let did = |event: &&Event| match event {
        Event::Update(_) => true,
        Event::Phase(_) | Event::Assign { .. } => false,
        event => !is_change(event),
    };
    events.iter().rev().find(did)
}

fn push_new(list: &mut Vec<u32>, node: u32) {
    if !list.contains(&node) {
        list.push(node);
    }
}

/// The node at hand, and what happens to it in words.
fn tell(record: &Record, state: &State, event: &Event, progress: &mut Progress) {
    match event {
        Event::Op(op) => {
            progress.now = Some(op.update.unwrap_or(op.node));
            progress.says = Some(op_says(record, op));
        }
        Event::Update(update) => {
            progress.now = Some(update.node);
            progress.says = Some(update_says(record, update));
        }
        Event::Failed(op) => {
            progress.now = Some(op.node);
            progress.says = op
                .failed
                .as_ref()
                .map(|failed| format!("`{}` failed: {}", op.op.name, failed.message));
        }
        Event::Backward(backward) => {
            progress.now = backward.node;
            progress.backward = true;
            progress.says = Some(backward_says(record, backward));
        }
        Event::Accumulate {
            parameter,
            times,
            was_none,
            ..
        } => {
            let Some(parameter) = state.parameters.get(*parameter) else {
                return;
            };
            progress.now = Some(parameter.node);
            progress.backward = true;
            let name = &parameter.name;
            progress.says = Some(match times {
                0 | 1 if *was_none => {
                    format!("`{name}.grad` was None; now it holds this gradient.")
                }
                0 | 1 => format!("`{name}.grad` was zero; now it holds this gradient."),
                times => format!(
                    "`{name}.grad` already held a gradient, so this one was **added**: it is now the sum of {times}. \
                     That is what `zero_grad()` is for."
                ),
            });
        }
        _ => {}
    }
}

fn shape_text(record: &Record, key: u32) -> String {
    match record.tensor(key) {
        Some(tensor) => format!("{:?}", tensor.shape.as_slice()),
        None => "?".into(),
    }
}

fn op_says(record: &Record, op: &OpRecord) -> String {
    let inputs: Vec<String> = op
        .inputs
        .iter()
        .map(|input| shape_text(record, input.key))
        .collect();
    let outputs: Vec<String> = op
        .outputs
        .iter()
        .map(|key| shape_text(record, *key))
        .collect();
    let mut says = match (inputs.is_empty(), op.in_place) {
        (true, _) => format!("`{}` makes {}", op.op.name, outputs.join(", ")),
        (false, false) => format!(
            "`{}`: {} → {}",
            op.op.name,
            inputs.join(", "),
            outputs.join(", ")
        ),
        (false, true) => {
            let changed = op.outputs.first().and_then(|key| record.tensor(*key));
            let name = changed.map_or("", |changed| &changed.name);
            let what = match name {
                "" => outputs.join(", "),
                name => format!("`{name}` {}", outputs.join(", ")),
            };
            format!("`{}_` changes {what} in place", op.op.name)
        }
    };
    if op.cut && op.update.is_none() {
        says += match op.no_grad {
            true => ". Under `no_grad`: no gradient will flow back through it.",
            false => ". No gradient can flow back through it.",
        };
    }
    says
}

fn update_says(record: &Record, update: &UpdateRecord) -> String {
    let (name, title) = (&update.name, &update.title);
    let values = |key| Some(record.tensor(key)?.array().to_f64_vec());
    let (Some(before), Some(after)) = (values(update.weight.0), values(update.weight.1)) else {
        return format!("`{title}` has moved `{name}`.");
    };
    if let ([before], [after]) = (&before[..], &after[..]) {
        let (before, after) = (brief(*before), brief(*after));
        return format!("`{title}` has moved `{name}` from {before} to {after}.");
    }
    let moved = before
        .iter()
        .zip(&after)
        .map(|(before, after)| (after - before).abs());
    let (sum, most) = moved.fold((0.0, 0.0f64), |(sum, most), x| (sum + x, most.max(x)));
    let (mean, most) = (brief(sum / after.len().max(1) as f64), brief(most));
    format!("`{title}` has moved `{name}`: each number by {mean} on average, by {most} at most.")
}

/// A number with four digits that count.
fn brief(x: f64) -> String {
    if x == 0.0 || (1e-3..1e5).contains(&x.abs()) {
        let digits = (3 - (1.0005 * x.abs().max(1e-3)).log10().floor() as i32).clamp(0, 6) as usize;
        return format!("{x:.digits$}");
    }
    format!("{x:.3e}")
}

fn backward_says(record: &Record, backward: &BackwardRecord) -> String {
    let comes = backward
        .gradient
        .map(|key| shape_text(record, key))
        .unwrap_or_default();
    let goes: Vec<String> = backward
        .passed
        .iter()
        .map(|(_, key)| shape_text(record, *key))
        .collect();
    let inputs = if goes.len() == 1 { "input" } else { "inputs" };
    format!(
        "`{}`: the gradient {comes} of its output becomes {} for its {inputs}.",
        backward.name,
        goes.join(" and ")
    )
}

/// Is it what the event before brought about?
pub fn is_change(event: &Event) -> bool {
    matches!(
        event,
        Event::Parameter { .. } | Event::Freed(_) | Event::Update(_)
    )
}

/// Does a step by op stop at this event?
pub fn is_op(event: &Event) -> bool {
    matches!(
        event,
        Event::Op(_) | Event::Failed(_) | Event::Backward(_) | Event::Accumulate { .. }
    )
}
