//! `x.repeat_interleave(2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "repeat_interleave",
    signature: "(input, repeats, dim=None, *, output_size=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Each slice several times in a row: one count for all or one for each.",
        formula: r"y_{k} = x_{i_k}, \quad i = 0, 0, 1, 1, \dots",
        gradients: &[("input", r"\bar{x}_i = \sum_{k: i_k = i} \bar{y}_k")],
        shape_rule: "The dimension gets the sum of the counts; without dim the input is flattened first.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.repeat_interleave.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[2,3], 2", "[2,3], 2, 1", "[3,2], i3[3], 0"],
    misuses: &[("[2,3], i3[3], 0", "RuntimeError: repeats must have the same size as input along dim, but got repeats.size(0) = 3 and input.size(0) = 2")],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (flat, dim) = if args.has(2) {
        (args.tensor(0)?.clone(), args.dim(2, 0, args.tensor(0)?.ndim())?)
    } else {
        (ops::reshape((args.tensor(0)?, &[-1i64][..]))?, 0)
    };
    let size = flat.array().shape().get(dim).copied().unwrap_or(1);
    let counts = match args.at(1) {
        Arg::Tensor(counts) => counts.array().to_i64_vec(),
        _ => args.ints(1)?.unwrap_or_default().to_vec(),
    };
    if counts.iter().any(|&n| n < 0) {
        return Err(TensorError::runtime("repeats can not be negative"));
    }
    if counts.len() != 1 && counts.len() != size {
        return Err(TensorError::runtime(format!(
            "repeats must have the same size as input along dim, but got repeats.size(0) = {} and input.size({dim}) = {size}",
            counts.len()
        )));
    }
    let count = |i: usize| if counts.len() == 1 { counts[0] } else { counts[i] };
    let index: Vec<i64> = (0..size).flat_map(|i| std::iter::repeat_n(i as i64, count(i) as usize)).collect();
    let length = index.len();
    call(&ops::select::index_select::OP, (&flat, dim, &Tensor::from_vec(index, &[length])).into())
}
