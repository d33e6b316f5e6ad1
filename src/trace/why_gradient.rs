//! Why is this gradient this: what came from the gradient above, times how much each output moves with this number.
//!
//! The elements are found by the same rules as a value's, read backwards: this number went into those outputs, so their
//! gradients come together here. A number that was broadcast went into many outputs; its gradient is their sum.

use super::event::{BackwardRecord, Event, OpRecord, TensorKey};
use super::record::Record;
use super::segment::Segment;
use super::tensors::TensorRecord;
use super::why::{Index, number, sources, terms, unflatten};
use crate::session::protocol::{WhySource, WhyView};

/// More elements than this are not searched.
const MOST: usize = 1 << 22;

/// Which elements a gradient's element came from.
///
/// # Errors
/// In words, when it is not known.
pub fn why(record: &Record, key: TensorKey, element: &[u32]) -> Result<WhyView, String> {
    let unknown = "How this gradient came about is not in the record: step through backward to see its parts.";
    for segment in record.segments.iter().rev() {
        if segment.tensor(key).is_none() {
            continue;
        }
        let passed = segment.events.iter().find_map(|event| match event {
            Event::Backward(backward) => {
                let (port, _) = backward.passed.iter().find(|(_, passed)| *passed == key)?;
                Some((backward, *port))
            }
            _ => None,
        });
        if let Some((backward, port)) = passed
            && let Some(op) = op_of(segment, backward)
        {
            return Passed::of(record, op, backward, port)
                .ok_or(unknown.to_string())?
                .why(key, element);
        }
        let parts = accumulated(segment, key).or_else(|| together(segment, key));
        match parts.as_deref() {
            Some([]) => {
                return Ok(WhyView {
                    formula: "\\frac{\\partial \\text{loss}}{\\partial \\text{loss}} = 1".into(),
                    sources: Vec::new(),
                });
            }
            // What was put into an empty `.grad` is what backward passed on.
            Some([only]) if *only != key => return why(record, *only, element),
            Some(parts) => return sum(record, key, parts, element),
            None => {}
        }
    }
    Err(unknown.to_string())
}

/// The last call of the op whose node went backward.
fn op_of<'a>(segment: &'a Segment, backward: &BackwardRecord) -> Option<&'a OpRecord> {
    let gradient = segment.events.iter().position(
        |event| matches!(event, Event::Backward(other) if std::ptr::eq(&**other, backward)),
    )?;
    let mut before = segment.events[..gradient].iter().rev();
    before.find_map(|event| match event {
        Event::Op(op) if Some(op.node) == backward.node => Some(&**op),
        _ => None,
    })
}

/// The gradients whose sum a parameter's `.grad` is: what it held before, and what was added.
fn accumulated(segment: &Segment, key: TensorKey) -> Option<Vec<TensorKey>> {
    let at = segment.events.iter().position(
        |event| matches!(event, Event::Parameter { state, .. } if state.gradient == Some(key)),
    )?;
    let mut before = segment.events[..at].iter().rev();
    let (parameter, incoming, times) = before.find_map(|event| match event {
        Event::Accumulate {
            parameter,
            incoming,
            times,
            ..
        } => Some((*parameter, *incoming, *times)),
        _ => None,
    })?;
    let own = matches!(&segment.events[at], Event::Parameter { parameter: other, .. } if *other == parameter);
    if !own {
        return None;
    }
    if times <= 1 {
        return Some(vec![incoming]);
    }
    let held = before.find_map(|event| match event {
        Event::Parameter {
            parameter: other,
            state,
        } if *other == parameter => state.gradient,
        _ => None,
    });
    let base = segment.base.parameters.get(parameter);
    let held = held.or_else(|| base.and_then(|state| state.gradient));
    Some(held.into_iter().chain([incoming]).collect())
}

/// The gradients that came together at an op's output: one from each op that it went into. None at the loss.
fn together(segment: &Segment, key: TensorKey) -> Option<Vec<TensorKey>> {
    let (at, node) = segment
        .events
        .iter()
        .enumerate()
        .find_map(|(at, event)| match event {
            Event::Backward(backward) if backward.gradient == Some(key) => {
                Some((at, backward.node?))
            }
            _ => None,
        })?;
    let parts = segment.events[..at].iter().filter_map(|event| match event {
        Event::Backward(backward) => Some((op_of(segment, backward)?, backward)),
        _ => None,
    });
    let parts = parts.flat_map(|(op, backward)| {
        let ports = op
            .inputs
            .iter()
            .filter(|input| input.from == node)
            .map(|input| input.port);
        ports.filter_map(|port| Some(backward.passed.iter().find(|(at, _)| *at == port)?.1))
    });
    Some(parts.collect())
}

/// One gradient that is the sum of others.
fn sum(
    record: &Record,
    key: TensorKey,
    parts: &[TensorKey],
    element: &[u32],
) -> Result<WhyView, String> {
    let whole = record
        .tensor(key)
        .ok_or("This value is no longer in the record.")?;
    let parts: Vec<(TensorKey, &TensorRecord)> = parts
        .iter()
        .filter_map(|key| Some((*key, record.tensor(*key)?)))
        .collect();
    let values = parts
        .iter()
        .map(|(_, part)| number(part.at(element)))
        .collect();
    Ok(WhyView {
        formula: format!("{} = {}", number(whole.at(element)), terms(values, " + ")),
        sources: parts
            .iter()
            .map(|(key, part)| WhySource {
                tensor: *key,
                name: match &*part.name {
                    "" => "what was added".to_string(),
                    name => name.to_string(),
                },
                elements: vec![element.to_vec()],
            })
            .collect(),
    })
}

/// A gradient that a backward node passed on to an input of its op.
struct Passed<'a> {
    op: &'a OpRecord,
    inputs: Vec<&'a TensorRecord>,
    /// Which of the inputs.
    input: usize,
    output: &'a TensorRecord,
    above: (TensorKey, &'a TensorRecord),
    gradient: &'a TensorRecord,
}

impl<'a> Passed<'a> {
    fn of(
        record: &'a Record,
        op: &'a OpRecord,
        backward: &BackwardRecord,
        port: u32,
    ) -> Option<Self> {
        let inputs: Vec<&TensorRecord> = op
            .inputs
            .iter()
            .filter_map(|input| record.tensor(input.key))
            .collect();
        let above = backward.gradient?;
        let passed = backward.passed.iter().find(|(at, _)| *at == port)?.1;
        Some(Passed {
            input: op.inputs.iter().position(|input| input.port == port)?,
            output: record.tensor(*op.outputs.first()?)?,
            above: (above, record.tensor(above)?),
            gradient: record.tensor(passed)?,
            op,
            inputs,
        })
    }

    fn why(&self, _: TensorKey, element: &[u32]) -> Result<WhyView, String> {
        let count = self.output.shape.iter().product::<usize>();
        let width = self
            .inputs
            .iter()
            .flat_map(|input| input.shape.iter())
            .max();
        if count.saturating_mul(*width.unwrap_or(&1)) > MOST
            || self.inputs.len() != self.op.inputs.len()
        {
            return Err(
                "This tensor is too large to search for what went into this gradient.".into(),
            );
        }
        // The outputs that this number went into, and what stood beside it there.
        let mut outputs: Vec<Index> = Vec::new();
        let mut beside: Vec<Vec<Index>> = vec![Vec::new(); self.inputs.len()];
        for flat in 0..count {
            let output = unflatten(&self.output.shape, flat);
            let found = sources(self.op, &self.inputs, self.output, &output);
            let Some(own) = found.get(self.input) else {
                continue;
            };
            let Some(place) = own.iter().position(|index| index == element) else {
                continue;
            };
            for (at, others) in found.iter().enumerate() {
                // Factors of a product stand in the same place of their lists.
                let partner = if others.len() == own.len() {
                    others.get(place)
                } else {
                    None
                };
                if at != self.input && self.is_factor(at) {
                    beside[at].extend(partner.cloned());
                }
            }
            outputs.push(output);
        }
        let mut sources = vec![WhySource {
            tensor: self.above.0,
            name: match &*self.above.1.name {
                "" => format!("gradient of {}", self.op.op.name),
                name => name.to_string(),
            },
            elements: outputs.clone(),
        }];
        for (at, elements) in beside
            .iter()
            .enumerate()
            .filter(|(_, elements)| !elements.is_empty())
        {
            sources.push(WhySource {
                tensor: self.op.inputs[at].key,
                name: self.inputs[at].name.to_string(),
                elements: elements.clone(),
            });
        }
        Ok(WhyView {
            formula: self.formula(element, &outputs, &beside),
            sources,
        })
    }

    /// Does this input multiply the one whose gradient is asked for?
    fn is_factor(&self, at: usize) -> bool {
        match self.op.op.name {
            "mm" | "matmul" | "bmm" | "mul" | "dot" | "mv" => true,
            "addmm" => self.input > 0 && at > 0,
            "linear" => self.input < 2 && at < 2,
            _ => false,
        }
    }

    fn formula(&self, element: &[u32], outputs: &[Index], beside: &[Vec<Index>]) -> String {
        let value = self.gradient.at(element);
        let above: Vec<f64> = outputs.iter().map(|index| self.above.1.at(index)).collect();
        let factor = beside
            .iter()
            .enumerate()
            .find(|(_, elements)| elements.len() == outputs.len() && !elements.is_empty());
        let right = match (factor, &above[..]) {
            (_, []) => "0".to_string(),
            (Some((at, elements)), above) => {
                let products = above.iter().zip(elements).map(|(above, index)| {
                    format!(
                        "{}\\cdot {}",
                        number(*above),
                        number(self.inputs[at].at(index))
                    )
                });
                terms(products.collect(), " + ")
            }
            // Every output moves as this number does.
            (None, above) if is_sum(value, above) => {
                terms(above.iter().map(|above| number(*above)).collect(), " + ")
            }
            (None, [above]) if *above != 0.0 => {
                format!(
                    "{} \\cdot \\underbrace{{{}}}_{{\\partial y / \\partial x}}",
                    number(*above),
                    number(value / above)
                )
            }
            (None, above) => {
                let terms = terms(above.iter().map(|above| number(*above)).collect(), ",\\; ");
                format!(
                    "\\sum \\bar{{y}}\\,\\frac{{\\partial y}}{{\\partial x}} \\quad\\text{{over}}\\quad \\bar{{y}} = {terms}"
                )
            }
        };
        format!("{} = {right}", number(value))
    }
}

fn is_sum(value: f64, above: &[f64]) -> bool {
    let sum: f64 = above.iter().sum();
    let size: f64 = above.iter().map(|x| x.abs()).sum();
    (sum - value).abs() <= 1e-5 * size && size > 0.0
}
