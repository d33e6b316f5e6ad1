//! `torch.var_mean(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "var_mean",
    signature: "(input, dim=None, unbiased=None, keepdim=False, *, correction=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The variance and the mean.",
        formula: r"v = \frac{1}{n - 1} \sum_i (x_i - \mu)^2, \quad \mu = \frac{1}{n} \sum_i x_i",
        gradients: &[("input", r"\bar{v} \frac{2 (x_i - \mu)}{n - 1} + \frac{\bar{\mu}}{n}")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.var_mean.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "VarMeanBackward0",
    saves: &[Save::Input(0)],
    returns: Returns::Tuple,
    examples: &["[2,3]", "[2,3], 0", "[2,3], -1, False, True"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    with_mean(ops::var(args.clone())?, args)
}

/// The shape rule of both this and `std_mean`.
pub fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    let shape = super::var::plan(args, &shape)?.0.shape;
    Ok(smallvec![(shape.clone(), dtype), (shape, dtype)])
}

/// A measure of spread, with the mean over the same elements.
pub fn with_mean(spread: Tensor, args: &Args) -> Result<Outputs> {
    let mean = match args.at(1) {
        Arg::Bool(_) => ops::mean(args.tensor(0)?)?,
        dim => ops::mean((args.at(0), dim, args.at(3)))?,
    };
    Ok(smallvec![spread, mean])
}
