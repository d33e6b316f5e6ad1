//! How gradient flowed after a backward pass: norms of each parameter.

use super::segment::Segment;
use super::state::State;
use super::verdict::verdict;
use crate::session::protocol::FlowBar;

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
    let bars = state.parameters.iter().enumerate().zip(norms).map(
        |((index, parameter), (weight_norm, grad_norm))| FlowBar {
            name: parameter.name.to_string(),
            node: Some(parameter.node),
            weight_norm,
            grad_norm,
            verdict: verdict(segment, (index, parameter), weight_norm, grad_norm, largest)
                .filter(|_| done || grad_norm.is_some()),
        },
    );
    bars.collect()
}

fn norm(values: &[f64]) -> f64 {
    values.iter().map(|x| x * x).sum::<f64>().sqrt()
}
