//! The optimizer opened: what a step did to a parameter, and what the next one would do.

use std::rc::Rc;

use super::protocol::*;
use crate::optim::{self, Rule, State};
use crate::tensor::{Array, Tensor};
use crate::trace::event::{Event, Instant, TensorKey};
use crate::trace::tensors::TensorRecord;
use crate::trace::update::UpdateRecord;
use crate::trace::view::tensor_view;
use crate::trace::{ParameterState, Record};

/// Stands for the record's key of a tensor that was computed to be looked at.
const COMPUTED: TensorKey = TensorKey::MAX;
/// How many iterations back the last step of a parameter is looked for.
const NEAR: usize = 8;

/// A rule with its settings.
pub type Ruled = (&'static Rule, Vec<f64>);

/// The last update for which a test holds, up to an instant, and the iteration it was made in. At the start of an
/// iteration that is the one of the iteration before.
pub fn last_update(
    record: &Record,
    instant: Instant,
    test: impl Fn(&UpdateRecord) -> bool,
) -> Option<(Option<u32>, Rc<UpdateRecord>)> {
    let segments = record.segments.get(..=record.place_of(instant))?;
    let near = segments.iter().rev().filter(|segment| !segment.thinned);
    near.take(NEAR).find_map(|segment| {
        let mut events = segment.until(instant).iter().rev();
        events.find_map(|event| match event {
            Event::Update(update) if test(update) => Some((segment.iteration, update.clone())),
            _ => None,
        })
    })
}

/// What a step did to a parameter.
pub fn update_view(record: &Record, iteration: Option<u32>, update: &UpdateRecord) -> NodeView {
    let view = |key: TensorKey| record.tensor(key).map(|tensor| tensor_view(key, tensor));
    let mut seen = Seen::default();
    seen.push("g = .grad", update.gradient.and_then(view));
    for kept in &update.state {
        let name = kept.slot.name;
        seen.push(&format!("{name} before"), kept.before.and_then(view));
        seen.push(&format!("{name} after"), view(kept.after));
    }
    corrected(record, update, &mut seen);
    let (before, after) = (
        record.tensor(update.weight.0),
        record.tensor(update.weight.1),
    );
    if let (Some(before), Some(after)) = (before, after) {
        seen.push("Δw", difference(before, after));
    }
    seen.push("w before", view(update.weight.0));
    NodeView {
        node: update.node,
        title: match iteration {
            Some(iteration) => format!("{}: {}, iteration {iteration}", update.title, update.name),
            None => format!("{}: {}", update.title, update.name),
        },
        card: update.rule.as_ref().map(|(rule, _)| card(rule)),
        formula: update
            .rule
            .as_ref()
            .map_or_else(String::new, |ruled| formula(ruled, update)),
        inputs: Vec::new(),
        output: view(update.weight.1),
        gradient: None,
        grad_state: None,
        state: seen.0,
        span: None,
    }
}

/// What the optimizer keeps for a parameter, and how the next step would move it. `planned`: by which rule, where no step
/// has been recorded yet.
pub fn next_step(
    record: &Record,
    instant: Instant,
    parameter: &ParameterState,
    planned: Option<&Ruled>,
) -> Vec<NamedTensor> {
    let mut seen = Seen::default();
    let own = |update: &UpdateRecord| update.name == parameter.name && update.rule.is_some();
    let last = last_update(record, instant, own).map(|(_, update)| update);
    for kept in last.iter().flat_map(|update| &update.state) {
        let tensor = record.tensor(kept.after);
        seen.push(
            kept.slot.name,
            tensor.map(|tensor| tensor_view(kept.after, tensor)),
        );
    }
    let ruled = last
        .as_ref()
        .and_then(|update| update.rule.as_ref())
        .or(planned);
    let value = record.tensor(parameter.value);
    let gradient = parameter.gradient.and_then(|key| record.tensor(key));
    if let (Some((rule, settings)), Some(value), Some(gradient)) = (ruled, value, gradient) {
        let state = last
            .as_ref()
            .map_or_else(State::default, |update| state_after(record, update));
        let name = format!("Δw of the next step: {}", words(rule, settings));
        seen.push(&name, moved(rule, settings, value, gradient, state));
        // The other of the two that everybody compares, fresh, on the same gradient.
        let other = if rule.name == "SGD" { "Adam" } else { "SGD" };
        if let Some(other) = optim::rule(other) {
            let defaults: Vec<f64> = other.settings.iter().map(|known| known.default).collect();
            let name = format!("Δw, had it been {}", words(other, &defaults));
            seen.push(
                &name,
                moved(other, &defaults, value, gradient, State::default()),
            );
        }
    }
    seen.0
}

#[derive(Default)]
struct Seen(Vec<NamedTensor>);

impl Seen {
    fn push(&mut self, name: &str, tensor: Option<TensorView>) {
        self.0.extend(tensor.map(|tensor| NamedTensor {
            name: name.to_string(),
            tensor,
            gradient: None,
        }));
    }
}

/// Adam's means, corrected for their start at zero.
fn corrected(record: &Record, update: &UpdateRecord, seen: &mut Seen) {
    let Some((rule, settings)) = &update.rule else {
        return;
    };
    let Some(&count) = update.scalars.first() else {
        return;
    };
    if !matches!(rule.name, "Adam" | "AdamW") {
        return;
    }
    for (slot, beta, name) in [
        ("exp_avg", "beta1", "m̂ = exp_avg / (1 − β₁ᵗ)"),
        ("exp_avg_sq", "beta2", "v̂ = exp_avg_sq / (1 − β₂ᵗ)"),
    ] {
        let kept = update.state.iter().find(|kept| kept.slot.name == slot);
        let beta = rule.settings.iter().position(|known| known.name == beta);
        let beta = beta.and_then(|at| settings.get(at));
        let tensor = kept.and_then(|kept| record.tensor(kept.after));
        if let (Some(tensor), Some(beta)) = (tensor, beta) {
            let correction = 1.0 - beta.powf(count);
            seen.push(name, computed(tensor, |at, x| x[at] / correction));
        }
    }
}

fn difference(before: &TensorRecord, after: &TensorRecord) -> Option<TensorView> {
    let before = before.array().to_f64_vec();
    computed(after, |at, after| {
        after[at] - before.get(at).copied().unwrap_or(f64::NAN)
    })
}

/// A tensor like another one, with elements worked out from its elements.
fn computed(like: &TensorRecord, element: impl Fn(usize, &[f64]) -> f64) -> Option<TensorView> {
    let values = like.array().to_f64_vec();
    let new: Vec<f64> = (0..values.len()).map(|at| element(at, &values)).collect();
    let array = Array::from_vec(new, like.shape.clone())
        .to_dtype(like.dtype)
        .ok()?;
    Some(tensor_view(
        COMPUTED,
        &TensorRecord::of(&Tensor::new(array)),
    ))
}

/// How a step would move a value. The engine's own kernel does it, on copies.
fn moved(
    rule: &'static Rule,
    settings: &[f64],
    value: &TensorRecord,
    gradient: &TensorRecord,
    mut state: State,
) -> Option<TensorView> {
    let weight = Tensor::new(value.array().copied().ok()?);
    let gradient = Tensor::new(gradient.array());
    optim::step(rule, &weight, &gradient, settings, &mut state).ok()?;
    difference(value, &TensorRecord::of(&weight))
}

fn state_after(record: &Record, update: &UpdateRecord) -> State {
    let mut state = State {
        scalars: update.scalars.clone(),
        ..State::default()
    };
    let slots = update.rule.as_ref().map_or(&[][..], |(rule, _)| rule.state);
    for (tensor, slot) in state.tensors.iter_mut().zip(slots) {
        let kept = update.state.iter().find(|kept| kept.slot.name == slot.name);
        let kept = kept.and_then(|kept| record.tensor(kept.after));
        *tensor = kept.and_then(|kept| Some(Tensor::new(kept.array().copied().ok()?)));
    }
    state
}

/// `SGD(lr=0.5)`
fn words(rule: &Rule, settings: &[f64]) -> String {
    let different = rule
        .settings
        .iter()
        .zip(settings)
        .filter(|(known, value)| known.name == "lr" || known.default != **value);
    let words: Vec<String> = different
        .map(|(known, value)| format!("{}={value}", known.name))
        .collect();
    format!("{}({})", rule.name, words.join(", "))
}

/// The rule with this step's settings, as LaTeX.
fn formula((rule, settings): &Ruled, update: &UpdateRecord) -> String {
    let symbols = rule
        .settings
        .iter()
        .zip(settings)
        .filter(|(known, _)| !known.symbol.is_empty());
    let mut values: Vec<String> = symbols
        .map(|(known, value)| format!("{} = {value}", known.symbol))
        .collect();
    if let (Some(("step", _)), Some(step)) = (rule.scalars.first(), update.scalars.first()) {
        values.push(format!("t = {step}"));
    }
    format!(
        "{} \\qquad ({})",
        rule.formula.join(",\\quad "),
        values.join(",\\; ")
    )
}

fn card(rule: &Rule) -> CardView {
    let settings: Vec<String> = rule
        .settings
        .iter()
        .map(|known| format!("{}={}", known.name, known.default))
        .collect();
    CardView {
        name: format!("torch.optim.{}", rule.name),
        signature: format!("{}(params, {})", rule.name, settings.join(", ")),
        summary: rule.summary.to_string(),
        formula: rule.formula.join(",\\quad "),
        gradients: Vec::new(),
        shape_rule: "The state has the shape of the parameter.".to_string(),
        source: rule.source.to_string(),
    }
}
