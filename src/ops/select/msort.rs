//! `torch.msort(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "msort",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Sorted along the first dimension.",
        formula: r"y_0 \le y_1 \le \dots",
        gradients: &[("input", r"\bar{y}_j \text{ at } x_{k_j} \text{, where } y_j = x_{k_j}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.msort.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Composite(compose),
    examples: &["[3,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let mut outputs = call(&super::sort::OP, (args.at(0), 0).into())?;
    Ok(smallvec![outputs.remove(0)])
}
