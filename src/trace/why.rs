//! Why is this number this: the elements of an op's inputs that one element of its output was made from.

use super::event::{Event, OpRecord, TensorKey};
use super::record::Record;
use super::tensors::TensorRecord;
use super::why_gradient;
use crate::session::protocol::{WhySource, WhyView};
use crate::tensor::DType;

/// A source with more elements than this is told by its size alone.
const MOST: usize = 4096;

pub type Index = Vec<u32>;

/// Which elements made this one.
///
/// # Errors
/// In words, when the tensor is not in the record or was not made by an op.
pub fn why(record: &Record, key: TensorKey, element: &[u32]) -> Result<WhyView, String> {
    let tensor = record
        .tensor(key)
        .ok_or("This value is no longer in the record.")?;
    let inside = element.len() == tensor.shape.len()
        && element
            .iter()
            .zip(&tensor.shape)
            .all(|(i, size)| (*i as usize) < *size);
    if !inside {
        return Err(format!(
            "There is no element {element:?} in shape {:?}.",
            tensor.shape.as_slice()
        ));
    }
    if tensor.is_gradient {
        return why_gradient::why(record, key, element);
    }
    let op = maker(record, key)
        .ok_or("This value was not computed by an op here: it is data, or a parameter.")?;
    let inputs: Vec<&TensorRecord> = op
        .inputs
        .iter()
        .filter_map(|input| record.tensor(input.key))
        .collect();
    if inputs.len() != op.inputs.len() {
        return Err("What it was made from is no longer in the record.".into());
    }
    let elements = sources(op, &inputs, tensor, element);
    let formula = formula(op, &inputs, &elements, tensor, element);
    let sources = op
        .inputs
        .iter()
        .zip(&inputs)
        .zip(elements)
        .map(|((input, tensor), elements)| WhySource {
            tensor: input.key,
            name: tensor.name.to_string(),
            elements,
        })
        .collect();
    Ok(WhyView { formula, sources })
}

/// The op that made a recorded value.
pub fn maker(record: &Record, key: TensorKey) -> Option<&OpRecord> {
    record
        .segments
        .iter()
        .rev()
        .flat_map(|segment| segment.events.iter().rev())
        .find_map(|event| match event {
            Event::Op(op) if op.outputs.contains(&key) => Some(&**op),
            _ => None,
        })
}

/// For each input the elements that went into one element of the output.
pub fn sources(
    op: &OpRecord,
    inputs: &[&TensorRecord],
    output: &TensorRecord,
    element: &[u32],
) -> Vec<Vec<Index>> {
    let shapes: Vec<&[usize]> = inputs.iter().map(|input| input.shape.as_slice()).collect();
    match (op.op.name, &shapes[..]) {
        ("mm" | "matmul" | "bmm", [a, b]) => product(a, b, element),
        ("addmm" | "addbmm", [c, a, b]) => {
            let mut all = vec![vec![unbroadcast(c, element)]];
            all.extend(product(a, b, element));
            all
        }
        ("linear", [x, w, rest @ ..]) => {
            let (row, feature) = element.split_at(element.len().saturating_sub(1));
            let along = |size: usize| (0..size as u32).take(MOST);
            let width = x.last().copied().unwrap_or(0);
            let mut all = vec![
                along(width).map(|k| [row, &[k]].concat()).collect(),
                along(w.last().copied().unwrap_or(0))
                    .map(|k| [feature, &[k]].concat())
                    .collect(),
            ];
            all.extend(rest.iter().map(|_| vec![feature.to_vec()]));
            all
        }
        ("index", [_, picks]) if op.settings == ["[tensor]"] && inputs[1].dtype != DType::Bool => {
            let (place, rest) = element.split_at(picks.len().min(element.len()));
            let size = shapes[0].first().copied().unwrap_or(0) as f64;
            let picked = inputs[1].at(place);
            let row = if picked < 0.0 { picked + size } else { picked };
            vec![vec![[&[row as u32], rest].concat()], vec![place.to_vec()]]
        }
        ("softmax" | "log_softmax" | "cumsum", [x]) => {
            vec![line(x, element, setting(op, "dim").unwrap_or(-1))]
        }
        ("t" | "transpose" | "permute", [x]) => vec![by_stride(inputs[0], output, x, element)],
        (_, [x]) if output.storage == inputs[0].storage && x.iter().product::<usize>() > 0 => {
            vec![by_stride(inputs[0], output, x, element)]
        }
        (_, [x]) if x.iter().product::<usize>() == output.shape.iter().product::<usize>() => {
            vec![vec![unflatten(x, flatten(&output.shape, element))]]
        }
        (_, [x]) if x.len() >= element.len() => vec![reduced(op, x, &output.shape, element)],
        _ if shapes.iter().all(|shape| broadcasts(shape, &output.shape)) => shapes
            .iter()
            .map(|shape| vec![unbroadcast(shape, element)])
            .collect(),
        _ => shapes.iter().map(|shape| everything(shape)).collect(),
    }
}

/// Row of the first, column of the second.
fn product(a: &[usize], b: &[usize], element: &[u32]) -> Vec<Vec<Index>> {
    let inner = a.last().copied().unwrap_or(0).min(MOST) as u32;
    let (batch, place) = element.split_at(
        element
            .len()
            .saturating_sub(usize::from(a.len() > 1) + usize::from(b.len() > 1)),
    );
    let row = if a.len() > 1 {
        place.first().copied()
    } else {
        None
    };
    let column = if b.len() > 1 {
        place.last().copied()
    } else {
        None
    };
    let lead = |shape: &[usize]| {
        let rank = shape.len().saturating_sub(2);
        unbroadcast(&shape[..rank], &batch[batch.len().saturating_sub(rank)..])
    };
    let left = (0..inner).map(|k| lead(a).into_iter().chain(row).chain([k]).collect());
    let right = (0..inner).map(|k| lead(b).into_iter().chain([k]).chain(column).collect());
    vec![left.collect(), right.collect()]
}

fn setting(op: &OpRecord, name: &str) -> Option<i64> {
    op.settings
        .iter()
        .find_map(|setting| setting.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
}

/// All elements along one dimension.
fn line(shape: &[usize], element: &[u32], dim: i64) -> Vec<Index> {
    let dim = (if dim < 0 {
        dim + shape.len() as i64
    } else {
        dim
    })
    .max(0) as usize;
    let Some(size) = shape.get(dim) else {
        return vec![element.to_vec()];
    };
    let at = |k: usize| {
        let mut index = element.to_vec();
        index[dim] = k as u32;
        index
    };
    (0..(*size).min(MOST)).map(at).collect()
}

/// The element of a view's base that lies at the same place in memory; both look at the same storage.
fn by_stride(
    input: &TensorRecord,
    output: &TensorRecord,
    shape: &[usize],
    element: &[u32],
) -> Vec<Index> {
    let place = output.place(element);
    let count = shape.iter().product::<usize>().min(1 << 20);
    (0..count)
        .map(|flat| unflatten(shape, flat))
        .find(|index| input.place(index) == place)
        .into_iter()
        .collect()
}

/// The elements that a reduction folded into one: all along the dimensions that the output lacks.
fn reduced(op: &OpRecord, input: &[usize], output: &[usize], element: &[u32]) -> Vec<Index> {
    if output.is_empty() {
        return everything(input);
    }
    let dim = setting(op, "dim").map(|dim| if dim < 0 { dim + input.len() as i64 } else { dim } as usize);
    let keeps = input.len() == output.len();
    let count = input.iter().product::<usize>().min(1 << 20);
    let kept = |index: &Index| match dim {
        Some(dim) => {
            let mut rest = index.clone();
            if keeps {
                rest[dim] = 0;
            } else if dim < rest.len() {
                rest.remove(dim);
            }
            rest == element
        }
        None => {
            keeps
                && index
                    .iter()
                    .zip(element)
                    .zip(output)
                    .all(|((i, e), size)| *size == 1 || i == e)
        }
    };
    (0..count)
        .map(|flat| unflatten(input, flat))
        .filter(kept)
        .take(MOST)
        .collect()
}

fn everything(shape: &[usize]) -> Vec<Index> {
    (0..shape.iter().product::<usize>().min(MOST))
        .map(|flat| unflatten(shape, flat))
        .collect()
}

fn broadcasts(shape: &[usize], to: &[usize]) -> bool {
    shape.len() <= to.len()
        && shape
            .iter()
            .rev()
            .zip(to.iter().rev())
            .all(|(a, b)| a == b || *a == 1)
}

/// The element that was broadcast to this one.
fn unbroadcast(shape: &[usize], element: &[u32]) -> Index {
    let skip = element.len().saturating_sub(shape.len());
    shape
        .iter()
        .zip(&element[skip..])
        .map(|(size, i)| if *size == 1 { 0 } else { *i })
        .collect()
}

fn flatten(shape: &[usize], element: &[u32]) -> usize {
    shape
        .iter()
        .zip(element)
        .fold(0, |at, (size, i)| at * size + *i as usize)
}

pub fn unflatten(shape: &[usize], mut flat: usize) -> Index {
    let mut index = vec![0; shape.len()];
    for (place, size) in index.iter_mut().zip(shape).rev() {
        *place = (flat % size.max(&1)) as u32;
        flat /= size.max(&1);
    }
    index
}

/// Values with a sign between them; of many only the first and the last.
pub fn terms(values: Vec<String>, sign: &str) -> String {
    match values.len() {
        0..=6 => values.join(sign),
        count => format!(
            "{}{sign}\\cdots{sign}{}\\;({count}\\text{{ terms}})",
            values[..3].join(sign),
            values[count - 1]
        ),
    }
}

/// The op with the numbers put in, as LaTeX.
fn formula(
    op: &OpRecord,
    inputs: &[&TensorRecord],
    sources: &[Vec<Index>],
    output: &TensorRecord,
    element: &[u32],
) -> String {
    let result = output.at(element);
    let values = |input: usize| -> Vec<String> {
        sources
            .get(input)
            .into_iter()
            .flatten()
            .map(|index| number(inputs[input].at(index)))
            .collect()
    };
    let products = |a: usize, b: usize| -> Vec<String> {
        values(a)
            .iter()
            .zip(values(b))
            .map(|(a, b)| format!("{a}\\cdot {b}"))
            .collect()
    };
    let right = match (op.op.name, inputs.len()) {
        ("mm" | "matmul" | "bmm", 2) => terms(products(0, 1), " + "),
        ("addmm", 3) => format!("{} + {}", terms(products(1, 2), " + "), values(0).join("")),
        ("linear", 2) => terms(products(0, 1), " + "),
        ("linear", 3) => format!("{} + {}", terms(products(0, 1), " + "), values(2).join("")),
        ("sum", 1) => terms(values(0), " + "),
        ("mean", 1) => format!(
            "\\frac{{{}}}{{{}}}",
            terms(values(0), " + "),
            sources.first().map_or(0, Vec::len)
        ),
        ("add", 2) => format!("{} + {}", values(0).join(""), values(1).join("")),
        ("sub", 2) => format!("{} - {}", values(0).join(""), values(1).join("")),
        ("mul", 2) => format!("{} \\cdot {}", values(0).join(""), values(1).join("")),
        ("div", 2) => format!("{} / {}", values(0).join(""), values(1).join("")),
        (name, _) => {
            let all: Vec<String> = (0..inputs.len())
                .map(|input| terms(values(input), ",\\; "))
                .collect();
            let settings = op
                .settings
                .iter()
                .map(|setting| format!("\\text{{{}}}", setting.replace('_', "\\_")));
            let arguments: Vec<String> = all.into_iter().chain(settings).collect();
            format!(
                "\\operatorname{{{}}}({})",
                name.replace('_', "\\_"),
                arguments.join(",\\; ")
            )
        }
    };
    format!("{} = {right}", number(result))
}

pub fn number(value: f64) -> String {
    let text = match value {
        v if v.is_nan() => "\\text{nan}".to_string(),
        v if v.is_infinite() => if v > 0.0 { "\\infty" } else { "-\\infty" }.to_string(),
        v if v == v.trunc() && v.abs() < 1e6 => format!("{v:.0}"),
        v if v.abs() < 1e-3 || v.abs() >= 1e6 => {
            let exponent = v.abs().log10().floor() as i32;
            format!("{:.2}\\times 10^{{{exponent}}}", v / 10f64.powi(exponent))
        }
        v => format!("{v:.4}"),
    };
    if text.starts_with('-') {
        format!("({text})")
    } else {
        text
    }
}
