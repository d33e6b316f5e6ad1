//! `torch.take(x, index)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "take",
    signature: "(input, index)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Elements by their number, counted row by row.",
        formula: "y_i = x_{k_i}",
        gradients: &[("input", r"\bar{x}_k = \sum_{i: k_i = k} \bar{y}_i")],
        shape_rule: "The shape of the index.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.take.html",
    },
    shape: Some(|args| shape_of(args.shape(1)?, args.meta(0)?.1)),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "TakeBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], i6[2,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (input, index) = (args.tensor(0)?, args.tensor(1)?);
    let count = input.numel() as i64;
    let numbers = index.array().to_i64_vec();
    if let Some(bad) = numbers.iter().find(|&&i| i < -count || i >= count) {
        return Err(TensorError::index(format!(
            "out of range: tried to access index {bad} on a tensor of {count} elements."
        )));
    }
    let numbers: Vec<i64> = numbers.iter().map(|i| i.rem_euclid(count)).collect();
    let picked = ops::index_select((
        &ops::reshape((input, -1))?,
        0,
        &Tensor::from_vec(numbers, &[index.numel()]),
    ))?;
    call(&ops::view::reshape::OP, (&picked, &index.shape()).into())
}
