//! Recorded values as the page gets them.

use super::event::{Failed, TensorKey};
use super::tensors::{TensorRecord, shape_u32};
use crate::session::protocol::{Culprit, ShapeClash, Stats, TensorView};
use crate::tensor::TensorError;

/// At most this many elements come along.
const MOST_ELEMENTS: usize = 4096;

/// A tensor with its statistics, and its elements or the corner of them.
pub fn tensor_view(key: TensorKey, tensor: &TensorRecord) -> TensorView {
    let all = tensor.array().to_f64_vec();
    let shown = shown(&tensor.shape);
    let data = corner(&all, &tensor.shape, &shown);
    TensorView {
        tensor: key,
        name: tensor.name.to_string(),
        shape: tensor.shape_u32(),
        strides: tensor.strides.iter().map(|&stride| stride as i32).collect(),
        dtype: tensor.dtype.name().to_string(),
        requires_grad: tensor.requires_grad,
        grad_fn: tensor.grad_fn.as_ref().map(ToString::to_string),
        dims: Vec::new(),
        stats: stats(&all),
        complete: data.len() == all.len(),
        shown: shape_u32(&shown),
        data,
        storage: u32::try_from(tensor.storage).unwrap_or(u32::MAX),
        version: tensor.version,
    }
}

/// The shape of the part that is shown: outer dimensions give way first, down to one; then inner ones are cut.
fn shown(shape: &[usize]) -> Vec<usize> {
    let mut shown = shape.to_vec();
    let count = |shown: &[usize]| shown.iter().product::<usize>();
    for at in 0..shown.len() {
        let others = count(&shown) / shown[at].max(1);
        if count(&shown) > MOST_ELEMENTS {
            let inner = at + 2 >= shown.len();
            let room = (MOST_ELEMENTS / others.max(1)).max(1);
            shown[at] = if inner {
                shown[at].min(room.max(64))
            } else {
                room.min(shown[at])
            };
        }
    }
    shown
}

fn corner(all: &[f64], shape: &[usize], shown: &[usize]) -> Vec<f64> {
    let count: usize = shown.iter().product();
    if count == all.len() {
        return all.to_vec();
    }
    let mut data = Vec::with_capacity(count);
    let mut index = vec![0usize; shape.len()];
    for _ in 0..count {
        let at = index
            .iter()
            .zip(shape)
            .fold(0, |at, (i, size)| at * size + i);
        data.push(all.get(at).copied().unwrap_or(f64::NAN));
        for dim in (0..shape.len()).rev() {
            index[dim] += 1;
            if index[dim] < shown[dim] {
                break;
            }
            index[dim] = 0;
        }
    }
    data
}

pub fn stats(all: &[f64]) -> Stats {
    let mut stats = Stats {
        count: u32::try_from(all.len()).unwrap_or(u32::MAX),
        ..Stats::default()
    };
    let finite: Vec<f64> = all.iter().copied().filter(|x| x.is_finite()).collect();
    stats.nan = all.iter().filter(|x| x.is_nan()).count() as u32;
    stats.inf = all.iter().filter(|x| x.is_infinite()).count() as u32;
    stats.zeros = all.iter().filter(|x| **x == 0.0).count() as u32;
    if finite.is_empty() {
        return stats;
    }
    let count = finite.len() as f64;
    stats.min = finite.iter().copied().fold(f64::INFINITY, f64::min);
    stats.max = finite.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    stats.mean = finite.iter().sum::<f64>() / count;
    let squares: f64 = finite.iter().map(|x| (x - stats.mean).powi(2)).sum();
    // As torch.std: divided by one less than the count.
    stats.std = if finite.len() > 1 {
        (squares / (count - 1.0)).sqrt()
    } else {
        0.0
    };
    stats
}

/// An op's error as it is recorded.
pub fn failed(error: &TensorError) -> Failed {
    Failed {
        message: error.message.clone(),
        clash: error.shape.as_deref().map(clash),
    }
}

pub fn clash(clash: &crate::tensor::ShapeClash) -> ShapeClash {
    ShapeClash {
        op: clash.op.clone(),
        shapes: clash.shapes.iter().map(|shape| shape_u32(shape)).collect(),
        rule: clash.rule.clone(),
        because: clash.because.clone(),
        culprits: clash
            .culprits
            .iter()
            .map(|&(input, axis)| Culprit {
                input: input as u32,
                axis: axis as u32,
            })
            .collect(),
    }
}
