//! How gradient flowed after a backward pass: norms of each parameter, and what is wrong with it in plain words.

use std::collections::HashSet;

use super::event::{Event, OpRecord};
use super::parameters::ParameterState;
use super::segment::Segment;
use super::state::State;
use crate::session::protocol::{FlowBar, GradState, Sickness, Verdict};

/// A gradient this much smaller than the weights (or than the largest gradient of the others) vanishes.
const VANISHES: f64 = 1e-5;
/// A gradient this much larger than the weights explodes.
const EXPLODES: f64 = 1e3;
/// An output of tanh or sigmoid this close to its end hardly passes any gradient on.
const SATURATED: f64 = 0.98;

/// The norms after a backward pass, one bar a parameter. While it runs (not `done`) a gradient that is not there yet is
/// no illness.
pub fn bars(segment: &Segment, state: &State, done: bool) -> Vec<FlowBar> {
    let norm = |key: u32| {
        segment
            .tensor(key)
            .map(|tensor| norm(&tensor.array().to_f64_vec()))
    };
    let norms: Vec<(f64, Option<f64>)> = state
        .parameters
        .iter()
        .map(|parameter| {
            (
                norm(parameter.value).unwrap_or(0.0),
                parameter.gradient.and_then(norm),
            )
        })
        .collect();
    let largest = norms
        .iter()
        .filter_map(|(_, grad)| *grad)
        .filter(|g| g.is_finite())
        .fold(0.0, f64::max);
    let bars = state
        .parameters
        .iter()
        .zip(norms)
        .map(|(parameter, (weight_norm, grad_norm))| FlowBar {
            name: parameter.name.to_string(),
            node: Some(parameter.node),
            weight_norm,
            grad_norm,
            verdict: verdict(segment, parameter, weight_norm, grad_norm, largest)
                .filter(|_| done || grad_norm.is_some()),
        });
    bars.collect()
}

fn norm(values: &[f64]) -> f64 {
    values.iter().map(|x| x * x).sum::<f64>().sqrt()
}

fn verdict(
    segment: &Segment,
    parameter: &ParameterState,
    weights: f64,
    grad: Option<f64>,
    largest: f64,
) -> Option<Verdict> {
    let says = |kind, says: String| Some(Verdict { kind, says });
    let name = &parameter.name;
    let Some(grad) = grad else {
        return missing(segment, parameter);
    };
    if !grad.is_finite() {
        return says(
            Sickness::NotFinite,
            format!("`{name}.grad` holds nan or inf: the next step would spoil the weights."),
        );
    }
    if parameter.grad == GradState::Zero {
        return None;
    }
    if grad == 0.0 {
        let why = cause(segment, parameter)
            .unwrap_or_else(|| "every path from it to the loss has gradient zero".into());
        return says(
            Sickness::Vanishing,
            format!("The gradient of `{name}` is exactly zero: {why}."),
        );
    }
    let small = grad < VANISHES * weights || grad < VANISHES * largest;
    if small {
        let why = cause(segment, parameter)
            .map(|why| format!(": {why}"))
            .unwrap_or_default();
        return says(
            Sickness::Vanishing,
            format!(
                "The gradient of `{name}` is {} times smaller than {}{why}.",
                times(weights.max(largest) / grad),
                if weights >= largest {
                    "its weights"
                } else {
                    "the largest one"
                }
            ),
        );
    }
    if weights > 0.0 && grad > EXPLODES * weights.max(1e-3) {
        return says(
            Sickness::Exploding,
            format!(
                "The gradient of `{name}` is {} times larger than its weights: one step would throw them far away. A smaller learning rate or `clip_grad_norm_` keeps it in bounds.",
                times(grad / weights.max(1e-3))
            ),
        );
    }
    None
}

fn times(ratio: f64) -> String {
    let exponent = ratio.log10().floor();
    if exponent < 5.0 {
        format!("{ratio:.0}")
    } else {
        format!("10^{exponent:.0}")
    }
}

/// Why a parameter has no gradient at all.
fn missing(segment: &Segment, parameter: &ParameterState) -> Option<Verdict> {
    let name = &parameter.name;
    if !parameter.requires_grad {
        return None;
    }
    let reached = reached(segment, parameter.node);
    if reached.is_empty() {
        let says = format!("`{name}.grad` is None: `{name}` took no part in this loss.");
        return Some(Verdict {
            kind: Sickness::NotReached,
            says,
        });
    }
    let cut = reached
        .iter()
        .find(|op| op.cut || (op.grad_fn.is_none() && op.no_grad));
    let verdict = match cut {
        Some(op) => Verdict {
            kind: Sickness::CutOff,
            says: match op.no_grad {
                true => format!(
                    "`{name}.grad` is None: `{}` in line {} ran under `no_grad`, which cuts the way back.",
                    op.op.name, op.place.line
                ),
                false => format!(
                    "`{name}.grad` is None: `{}` in line {} cuts the way back; nothing before it gets a gradient.",
                    op.op.name, op.place.line
                ),
            },
        },
        None => Verdict {
            kind: Sickness::NotReached,
            says: format!(
                "`{name}.grad` is None: what was computed from `{name}` did not go into this loss (a `detach()` on the way cuts it off, too)."
            ),
        },
    };
    Some(verdict)
}

/// The ops that a node's value went into, one after the other.
fn reached(segment: &Segment, node: u32) -> Vec<&OpRecord> {
    let mut nodes = HashSet::from([node]);
    let mut reached = Vec::new();
    for event in &segment.events {
        if let Event::Op(op) = event
            && op.inputs.iter().any(|input| nodes.contains(&input.from))
        {
            nodes.insert(op.node);
            reached.push(&**op);
        }
    }
    reached
}

/// What on the way makes the gradient small: saturated or dead activations.
fn cause(segment: &Segment, parameter: &ParameterState) -> Option<String> {
    reached(segment, parameter.node).into_iter().find_map(|op| {
        let values = segment.tensor(*op.outputs.first()?)?.array().to_f64_vec();
        let share = |test: &dyn Fn(f64) -> bool| {
            values.iter().filter(|x| test(**x)).count() as f64 / values.len().max(1) as f64
        };
        let (bad, word) = match op.op.name {
            "tanh" => (
                share(&|x| x.abs() > SATURATED),
                "near ±1, where tanh is flat",
            ),
            "sigmoid" => (
                share(&|x| !(1.0 - SATURATED..=SATURATED).contains(&x)),
                "near 0 or 1, where sigmoid is flat",
            ),
            "relu" => (share(&|x| x == 0.0), "0, where relu passes no gradient"),
            _ => return None,
        };
        (bad > 0.9).then(|| {
            format!(
                "{:.0} % of the outputs of `{}` in line {} are {word}",
                bad * 100.0,
                op.op.name,
                op.place.line
            )
        })
    })
}
