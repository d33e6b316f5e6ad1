//! `torch.repeat_interleave(x, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "repeat_interleave",
    signature: "(input, repeats, dim=None, *, output_size=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Each element (or slice along a dimension) several times in a row.",
        formula: r"y = (x_1, x_1, x_2, x_2, \dots)",
        gradients: &[(
            "input",
            r"\bar{x}_i = \text{sum of } \bar{y} \text{ over its copies}",
        )],
        shape_rule: "The dimension gets the sum of the repeats.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.repeat_interleave.html",
    },
    forward: Forward::Composite(compose),
    grad_fn_of: Some(|args| {
        if args.at(1).is_tensor() {
            "IndexSelectBackward0"
        } else {
            "ViewBackward0"
        }
    }),
    examples: &["[3], 2", "[2,3], 2, 1", "[3], i3[3], 0", "[2,2], 3"],
    misuses: &[("[3], -1", "RuntimeError: Repeats must be non-negative")],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let input = args.tensor(0)?;
    let (input, dim) = if args.has(2) {
        (input.clone(), args.int(2, 0)?)
    } else {
        (ops::reshape((input, -1))?, 0)
    };
    let size = input
        .shape()
        .get(wrap_dim(dim, input.ndim())?)
        .copied()
        .unwrap_or(1);
    let repeats = match args.at(1) {
        Arg::Tensor(repeats) => repeats.array().to_i64_vec(),
        _ => vec![args.int(1, 1)?],
    };
    if repeats.len() != 1 && repeats.len() != size {
        return Err(TensorError::runtime(
            "repeats must be 0-dim or 1-dim tensor with the same size as input along dim",
        ));
    }
    if repeats.iter().any(|&n| n < 0) {
        return Err(TensorError::runtime("Repeats must be non-negative"));
    }
    let times = |i: usize| repeats[if repeats.len() == 1 { 0 } else { i }] as usize;
    let index: Vec<i64> = (0..size)
        .flat_map(|i| std::iter::repeat_n(i as i64, times(i)))
        .collect();
    let count = index.len();
    call(
        &ops::select::index_select::OP,
        (&input, dim, &Tensor::from_vec(index, &[count])).into(),
    )
}
