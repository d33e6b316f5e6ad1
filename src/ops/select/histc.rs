//! `torch.histc(x, 10)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "histc",
    signature: "(input, bins=100, min=0, max=0)",
    forms: Forms::BOTH,
    card: Card {
        summary: "How many elements fall into each of equally wide bins.",
        formula: r"y_k = |\{i : e_k \le x_i < e_{k + 1}\}|",
        gradients: &[],
        shape_rule: "One dimension, the number of bins.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.histc.html",
    },
    shape: Some(|args| {
        shape_of(
            smallvec![args.int(1, 100)?.max(0) as usize],
            args.meta(0)?.1,
        )
    }),
    forward: Forward::Kernel(forward),
    examples: &["[20], 5", "[20], 4, -1.0, 1.0"],
    misuses: &[("[3], 0", "RuntimeError: bins must be > 0")],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let bins = args.int(1, 100)?;
    if bins <= 0 {
        return Err(TensorError::runtime("bins must be > 0"));
    }
    let values = array.to_f64_vec();
    let counts = counts(
        &values,
        &values.iter().map(|_| 1.0).collect::<Vec<_>>(),
        bins as usize,
        args.float(2, 0.0)?,
        args.float(3, 0.0)?,
    )
    .0;
    one(Array::from_vec(counts, Shape::from_slice(&[bins as usize])).to_dtype(array.dtype())?)
}

/// The sums of weights in each bin, and the edges. Equal bounds: those of the values.
pub fn counts(
    values: &[f64],
    weights: &[f64],
    bins: usize,
    low: f64,
    high: f64,
) -> (Vec<f64>, f64, f64) {
    let (mut low, mut high) = (low, high);
    if low == high {
        low = values.iter().copied().fold(f64::INFINITY, f64::min);
        high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if values.is_empty() {
            (low, high) = (0.0, 1.0);
        } else if low == high {
            (low, high) = (low - 1.0, high + 1.0);
        }
    }
    let mut counts = vec![0.0; bins];
    for (&x, weight) in values
        .iter()
        .zip(weights)
        .filter(|(x, _)| **x >= low && **x <= high)
    {
        let bin = ((x - low) / (high - low) * bins as f64) as usize;
        counts[bin.min(bins - 1)] += weight;
    }
    (counts, low, high)
}
