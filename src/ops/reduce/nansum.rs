//! `torch.nansum(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "nansum",
    signature: "(input, dim=None, keepdim=False, *, dtype=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The sum of the elements that are not nan.",
        formula: r"y = \sum_{i: x_i \ne \text{nan}} x_i",
        gradients: &[("input", r"\bar{y} \text{, 0 where nan}")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nansum.html",
    },
    shape: Some(super::sum::shape),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "NansumBackward0",
    saves: &[Save::Input(0)],
    examples: &["[2,3]", "n[6]", "n[2,3], 1"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let input = ops::where_((&ops::isnan(args.tensor(0)?)?, 0, args.at(0)))?;
    call(
        &super::sum::OP,
        (&input, args.at(1), args.at(2), args.at(3)).into(),
    )
}
