//! `torch.nanmean(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "nanmean",
    signature: "(input, dim=None, keepdim=False, *, dtype=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The average of the elements that are not nan.",
        formula: r"y = \frac{\sum_{i: x_i \ne \text{nan}} x_i}{|\{i: x_i \ne \text{nan}\}|}",
        gradients: &[("input", r"\bar{y} / n \text{, 0 where nan}")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nanmean.html",
    },
    shape: Some(shapes::reduce),
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "n[6]", "n[2,3], 1"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (_, dtype) = args.meta(0)?;
    if !dtype.is_float() {
        return Err(TensorError::not_implemented(format!(
            "nanmean(): expected input to have floating point or complex dtype but got {}",
            dtype.word()
        ))
        .because("Only floating point numbers can be nan: use mean() after .float()."));
    }
    let there = ops::logical_not(&ops::isnan(args.tensor(0)?)?)?;
    let count = ops::sum((&there, args.at(1), args.at(2)))?;
    let sum = ops::nansum((args.at(0), args.at(1), args.at(2)))?;
    call(&ops::elementwise::div::OP, (&sum, &count).into())
}
