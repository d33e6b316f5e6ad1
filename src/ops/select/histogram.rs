//! `torch.histogram(x, 10)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "histogram",
    signature: "(input, bins, range=None, weight=None, density=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "How many elements fall into each of equally wide bins (or how dense they are), and the bins' edges.",
        formula: r"y_k = |\{i : e_k \le x_i < e_{k + 1}\}|",
        gradients: &[],
        shape_rule: "The number of bins, and one more edge.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.histogram.html",
    },
    forward: Forward::Kernel(forward),
    returns: Returns::Named("histogram", &["hist", "bin_edges"]),
    examples: &["[20], 5", "[20], 4, (-1.0, 1.0), density=True"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let (low, high) = match args.at(2) {
        Arg::Floats(range) if range.len() == 2 => (range[0], range[1]),
        Arg::Ints(range) if range.len() == 2 => (range[0] as f64, range[1] as f64),
        _ => (0.0, 0.0),
    };
    let values = array.to_f64_vec();
    let weights = args
        .optional_tensor(3)?
        .map_or_else(|| vec![1.0; values.len()], |w| w.array().to_f64_vec());
    let bins = args.int(1, 10)?.max(1) as usize;
    let (mut counts, low, high) = super::histc::counts(&values, &weights, bins, low, high);
    let width = (high - low) / bins as f64;
    if args.flag(4, false)? {
        let total: f64 = counts.iter().sum();
        counts.iter_mut().for_each(|count| *count /= total * width);
    }
    let edges = (0..=bins)
        .map(|k| {
            if k == bins {
                high
            } else {
                low + k as f64 * width
            }
        })
        .collect::<Vec<_>>();
    let dtype = array.dtype();
    Ok(smallvec![
        Array::from_vec(counts, Shape::from_slice(&[bins])).to_dtype(dtype)?,
        Array::from_vec(edges, Shape::from_slice(&[bins + 1])).to_dtype(dtype)?,
    ])
}
