//! What is wrong with a gradient, in plain words: how large it is, where on its way that came about, and why.

use super::event::{Event, OpRecord};
use super::parameters::ParameterState;
use super::paths::{Path, consumers, path};
use super::segment::Segment;
use crate::session::protocol::{GradState, Sickness, Verdict};

/// A gradient this much smaller than the weights (or than the largest gradient of the others) vanishes.
const VANISHES: f64 = 1e-5;
/// A gradient this much larger than the weights explodes.
const EXPLODES: f64 = 1e3;
/// An output of tanh or sigmoid this close to its end hardly passes any gradient on.
const SATURATED: f64 = 0.98;
/// Fewer examples than this say nothing about a unit that is always 0.
const EXAMPLES: usize = 8;

fn says(kind: Sickness, says: String) -> Option<Verdict> {
    Some(Verdict { kind, says })
}

/// What is wrong with the gradient of the parameter number `index`, if anything is. `weights`, `grad`: norms; `largest`: of all gradients.
pub fn verdict(
    segment: &Segment,
    (index, parameter): (usize, &ParameterState),
    weights: f64,
    grad: Option<f64>,
    largest: f64,
) -> Option<Verdict> {
    let Some(grad) = grad else {
        return missing(segment, parameter);
    };
    if parameter.grad == GradState::Zero && !arrived(segment, index) {
        return None;
    }
    let name = &parameter.name;
    if !grad.is_finite() {
        return not_finite(segment, parameter);
    }
    let small = grad < VANISHES * weights.max(largest);
    if small || grad == 0.0 {
        return vanishing(segment, parameter, weights, grad, largest);
    }
    if weights > 0.0 && grad > EXPLODES * weights.max(1e-3) {
        let way = path(segment, parameter.node);
        let grows = way.growing(segment);
        let grows = grows.map_or_else(String::new, |(op, factor)| {
            format!(
                " It grows most in {}, which makes it {factor:.0} times larger.",
                words(op)
            )
        });
        return says(
            Sickness::Exploding,
            format!(
                "The gradient of `{name}` is {} times larger than its weights: one step would throw them far away.{grows}{} A \
                 smaller learning rate or `clip_grad_norm_` keeps it in bounds.",
                times(grad / weights.max(1e-3)),
                way_back(&way)
            ),
        );
    }
    dead_units(segment, parameter).or_else(|| saturated(segment, parameter))
}

fn vanishing(
    segment: &Segment,
    parameter: &ParameterState,
    weights: f64,
    grad: f64,
    largest: f64,
) -> Option<Verdict> {
    let name = &parameter.name;
    let way = path(segment, parameter.node);
    let why = flat(segment, &way)
        .map(|(op, share, word)| {
            let share = (100.0 * share).round();
            format!("{share} % of the outputs of {} are {word}", words(op))
        })
        .or_else(|| {
            let (op, factor) = way.shrinking(segment)?;
            let like = way.ops.iter().filter(|other| other.op.name == op.op.name);
            Some(match like.count() {
                1 => format!(
                    "most of it is lost in {}, which passes on {factor:.2} of what reaches it",
                    words(op)
                ),
                count => format!(
                    "{count} `{}` lie on its way and each takes its share; the one in line {} passes on {factor:.2} of what \
                     reaches it",
                    op.op.name, op.place.line
                ),
            })
        });
    if grad == 0.0 {
        let why = why.unwrap_or_else(|| "every way from it to the loss has gradient zero".into());
        return says(
            Sickness::Vanishing,
            format!(
                "The gradient of `{name}` is exactly zero: {why}.{}",
                way_back(&way)
            ),
        );
    }
    let why = why.map_or_else(String::new, |why| format!(": {why}"));
    let than = if weights >= largest {
        "its weights"
    } else {
        "the largest one"
    };
    says(
        Sickness::Vanishing,
        format!(
            "The gradient of `{name}` is {} times smaller than {than}{why}.{}",
            times(weights.max(largest) / grad),
            way_back(&way)
        ),
    )
}

/// Has backward brought a gradient here, even if all of it is zero?
fn arrived(segment: &Segment, index: usize) -> bool {
    segment
        .events
        .iter()
        .any(|event| matches!(event, Event::Accumulate { parameter, .. } if *parameter == index))
}

/// Where the first nan or infinity came from.
fn not_finite(segment: &Segment, parameter: &ParameterState) -> Option<Verdict> {
    let name = &parameter.name;
    let spoilt = |op: &&OpRecord| {
        let finite = |key: &u32| {
            let values = segment
                .tensor(*key)
                .map(|tensor| tensor.array().to_f64_vec());
            values.is_none_or(|values| values.iter().all(|x| x.is_finite()))
        };
        op.inputs.iter().all(|input| finite(&input.key)) && !op.outputs.iter().all(finite)
    };
    let first = segment.ops().find(spoilt);
    let from = match first {
        Some(op) => format!("the first comes out of {}", words(op)),
        None => "all values are finite, so it arose on the way back".to_string(),
    };
    says(
        Sickness::NotFinite,
        format!("`{name}.grad` holds nan or inf: {from}. The next step would spoil the weights."),
    )
}

/// Why a parameter has no gradient at all.
fn missing(segment: &Segment, parameter: &ParameterState) -> Option<Verdict> {
    let name = &parameter.name;
    if !parameter.requires_grad {
        return None;
    }
    let reached = consumers(segment, parameter.node);
    if reached.is_empty() {
        return says(
            Sickness::NotReached,
            format!("`{name}.grad` is None: `{name}` took no part in this loss."),
        );
    }
    let cut = reached
        .iter()
        .find(|op| op.cut || (op.grad_fn.is_none() && op.no_grad));
    match cut {
        Some(op) if op.no_grad => says(
            Sickness::CutOff,
            format!(
                "`{name}.grad` is None: {} ran under `no_grad`, which cuts the way back.",
                words(op)
            ),
        ),
        Some(op) => says(
            Sickness::CutOff,
            format!(
                "`{name}.grad` is None: {} cuts the way back; nothing before it gets a gradient.",
                words(op)
            ),
        ),
        None => says(
            Sickness::NotReached,
            format!(
                "`{name}.grad` is None: what was computed from `{name}` did not go into this loss."
            ),
        ),
    }
}

/// The first activation on the way whose outputs lie nearly all where it is flat.
fn flat<'a>(segment: &Segment, way: &Path<'a>) -> Option<(&'a OpRecord, f64, &'static str)> {
    way.ops.iter().find_map(|op| {
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
        (bad > 0.9).then_some((*op, bad, word))
    })
}

/// Units that a relu right after this parameter turned off for every example.
fn dead_units(segment: &Segment, parameter: &ParameterState) -> Option<Verdict> {
    let way = path(segment, parameter.node);
    let relu = way.ops.iter().take(4).find(|op| op.op.name == "relu")?;
    let output = segment.tensor(*relu.outputs.first()?)?;
    let units = *output.shape.last()?;
    let values = output.array().to_f64_vec();
    if output.shape.len() < 2 || units == 0 || values.len() / units < EXAMPLES {
        return None;
    }
    let dead = (0..units)
        .filter(|unit| values.iter().skip(*unit).step_by(units).all(|x| *x == 0.0))
        .count();
    if 2 * dead < units {
        return None;
    }
    let name = &parameter.name;
    says(
        Sickness::Dead,
        format!(
            "{dead} of the {units} units of {} gave 0 for every example: no gradient reaches their part of `{name}`, so they \
             cannot learn. A smaller learning rate, another start or `leaky_relu` keeps units alive.",
            words(relu)
        ),
    )
}

/// An activation right after this parameter that is flat nearly everywhere.
fn saturated(segment: &Segment, parameter: &ParameterState) -> Option<Verdict> {
    let mut way = path(segment, parameter.node);
    way.ops.truncate(4);
    let (op, share, word) = flat(segment, &way)?;
    let (name, share) = (&parameter.name, (100.0 * share).round());
    says(
        Sickness::Saturated,
        format!(
            "{share} % of the outputs of {} are {word}: hardly any gradient gets through it to `{name}`. Smaller weights or \
             scaled inputs bring it back.",
            words(op)
        ),
    )
}

/// `` `relu` in line 12 ``
fn words(op: &OpRecord) -> String {
    format!("`{}` in line {}", op.op.name, op.place.line)
}

/// The ops between the loss and a parameter, in the order in which the gradient comes.
fn way_back(way: &Path) -> String {
    let names: Vec<String> = way
        .ops
        .iter()
        .rev()
        .map(|op| format!("`{}`", op.op.name))
        .collect();
    match names.len() {
        0 | 1 => String::new(),
        2..=7 => format!(" Its way back: {}.", names.join(" ← ")),
        count => format!(
            " Its way back: {} ← … ← {}, {count} ops.",
            names[..3].join(" ← "),
            names[count - 3..].join(" ← ")
        ),
    }
}

fn times(ratio: f64) -> String {
    let exponent = ratio.log10().floor();
    if exponent < 5.0 {
        format!("{ratio:.0}")
    } else {
        format!("10^{exponent:.0}")
    }
}
