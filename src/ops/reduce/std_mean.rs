//! `torch.std_mean(x)`

use super::var_mean::{shape, with_mean};

fn compose(args: &Args) -> Result<Outputs> {
    with_mean(ops::std(args.clone())?, args)
}
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "std_mean",
    signature: "(input, dim=None, unbiased=None, keepdim=False, *, correction=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The standard deviation and the mean.",
        formula: r"s = \sqrt{\frac{1}{n - 1} \sum_i (x_i - \mu)^2}, \quad \mu = \frac{1}{n} \sum_i x_i",
        gradients: &[("input", r"\bar{s} \frac{x_i - \mu}{(n - 1) s} + \frac{\bar{\mu}}{n}")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.std_mean.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "StdMeanBackward0",
    saves: &[Save::Input(0)],
    returns: Returns::Tuple,
    examples: &["[2,3]", "[2,3], 0", "[2,3], -1, False, True"],
    ..Op::BASE
};
