//! `x.repeat(2, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "repeat",
    signature: "(input, *repeats)",
    forms: Forms::METHOD,
    card: Card {
        summary: "Copies of the tensor beside each other.",
        formula: r"y_i = x_{i \bmod n}",
        gradients: &[("input", r"\bar{x}_i = \sum_k \bar{y}_{i + k n}")],
        shape_rule: "Each size times its number of repeats; new dimensions come first.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.repeat.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        let n = args.ints(1)?.unwrap_or_default();
        while shape.len() < n.len() {
            shape.insert(0, 1);
        }
        shape_of(
            shape.iter().zip(&n).map(|(s, &n)| s * n as usize).collect(),
            dtype,
        )
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "RepeatBackward0",
    saves: &[Save::Input(0)],
    examples: &[
        "[2], (3,)",
        "[2,3], (2,1)",
        "[2], (2,2)",
        "[2,3], (2,2,2)",
        "T[3,2], (1,2)",
        "i[2], (0,)",
    ],
    misuses: &[(
        "[2,3], (2,)",
        "RuntimeError: Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (input, repeats) = (args.tensor(0)?, args.ints(1)?.unwrap_or_default());
    let mut shape = input.shape();
    if repeats.len() < shape.len() {
        return Err(TensorError::runtime(
            "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor",
        ));
    }
    while shape.len() < repeats.len() {
        shape.insert(0, 1);
    }
    // (r, n) for each dimension, expanded and joined.
    let (mut apart, mut wide, mut joined) = (Shape::new(), Shape::new(), Shape::new());
    for (&size, &repeat) in shape.iter().zip(&repeats) {
        let repeat = repeat.max(0) as usize;
        apart.extend([1, size]);
        wide.extend([repeat, size]);
        joined.push(repeat * size);
    }
    let expanded = ops::expand((&ops::reshape((input, &apart))?, &wide))?;
    let copied = ops::reshape((&ops::clone(&expanded)?, &joined))?;
    Ok(smallvec![copied])
}
