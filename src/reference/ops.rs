//! The entries of the op list.

use super::program::{arguments, program};
use super::spelling::{Spelling, full_name, in_programs, other_ways, signature_of, spelling};
use super::values::TensorText;
use crate::edit::docs::gradient_equation;
use crate::ops::{self, Op, example};
use crate::session::protocol::{
    CardView, EntryKind, InputGradient, Mistake, ReferenceEntry, ShapeExample,
};

/// Every op, group by group.
pub fn entries() -> Vec<ReferenceEntry> {
    ops::GROUPS
        .iter()
        .flat_map(|(group, says, list)| list.iter().map(move |op| entry(op, group, says)))
        .collect()
}

/// The definition of an op for its reader.
pub fn card(op: &Op) -> CardView {
    CardView {
        name: full_name(op),
        signature: signature_of(op),
        summary: op.card.summary.to_string(),
        formula: op.card.formula.to_string(),
        gradients: op
            .card
            .gradients
            .iter()
            .map(|(input, gradient)| gradient_equation(input, gradient))
            .collect(),
        shape_rule: op.card.shape_rule.to_string(),
        source: op.card.source.to_string(),
    }
}

fn entry(op: &'static Op, group: &str, says: &str) -> ReferenceEntry {
    let gradients = op
        .card
        .gradients
        .iter()
        .map(|(input, formula)| InputGradient {
            input: (*input).to_string(),
            formula: (*formula).to_string(),
        });
    ReferenceEntry {
        id: full_name(op),
        kind: EntryKind::Op,
        group: says.trim().trim_end_matches('.').to_string(),
        card: card(op),
        gradients: gradients.collect(),
        ways: other_ways(op),
        arguments: Vec::new(),
        state: Vec::new(),
        notes: notes(op),
        shapes: shapes(op),
        mistakes: mistakes(op),
        paper: String::new(),
        program: program(op, group),
    }
}

fn notes(op: &Op) -> Vec<String> {
    let mut notes = Vec::new();
    if spelling(op) == Spelling::Inside {
        notes.push("Nobody calls it by name: operators, indexing or other ops do.".into());
    }
    if op.view {
        notes.push(
            "The result shares the memory of its input: a change to one is a change to both."
                .into(),
        );
    }
    if !op.grad_fn.is_empty() {
        notes.push(format!("Its node in the graph prints as `{}`.", op.grad_fn));
    }
    notes
}

/// What goes in and what comes out, for the examples that say something new.
fn shapes(op: &'static Op) -> Vec<ShapeExample> {
    let mut rows: Vec<ShapeExample> = Vec::new();
    for text in op.examples {
        let given = call_words(op, text);
        let Some(gives) = outcome(op, text) else {
            continue;
        };
        if rows.len() < 6 && rows.iter().all(|row| row.given != given) {
            rows.push(ShapeExample { given, gives });
        }
    }
    rows
}

/// The shapes that come out. `None`: they depend on the elements.
fn outcome(op: &'static Op, text: &str) -> Option<String> {
    let args = example::parse(op, text).ok()?;
    let shapes = op.shape?(&args).ok()?;
    let words = shapes.iter().map(|(shape, dtype)| {
        let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
        let dtype = match dtype.name() {
            // The examples' own float type says nothing.
            "float64" | "float32" => String::new(),
            name => format!(" {name}"),
        };
        format!("[{}]{dtype}", sizes.join(", "))
    });
    Some(words.collect::<Vec<_>>().join(" and "))
}

fn mistakes(op: &'static Op) -> Vec<Mistake> {
    op.misuses
        .iter()
        .map(|(text, says)| Mistake {
            call: call_words(op, text),
            says: (*says).to_string(),
        })
        .collect()
}

/// A call with shapes in the places of tensors: `torch.add([2, 3], [3], alpha=2)`.
fn call_words(op: &'static Op, text: &str) -> String {
    let mut required = true;
    let words = arguments(op, text).into_iter().map(|given| {
        let value = given.text;
        let shown = match TensorText::read(value) {
            Some(tensor) => tensor.shape_words(),
            None => match value
                .strip_prefix('{')
                .and_then(|value| value.strip_suffix('}'))
            {
                Some(list) => {
                    let tensors = example::split(list).filter_map(TensorText::read);
                    let shapes: Vec<String> = tensors.map(|tensor| tensor.shape_words()).collect();
                    format!("({})", shapes.join(", "))
                }
                None => value.replace(", ", ",").replace(',', ", "),
            },
        };
        required &= given.parameter.default.is_none() && !given.parameter.keyword_only;
        if required || TensorText::read(value).is_some() && !given.parameter.keyword_only {
            shown
        } else {
            format!("{}={shown}", given.parameter.name)
        }
    });
    let words = words.collect::<Vec<_>>().join(", ");
    format!("{}({words})", in_programs(&full_name(op)).replace("x.", ""))
}
