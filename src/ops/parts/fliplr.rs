//! `x.fliplr()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "fliplr",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The order of columns reversed.",
        formula: "y_{ij} = x_{i, n - 1 - j}",
        gradients: &[("input", r"\bar{y} \text{, reversed}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.fliplr.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[2,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensor = args.tensor(0)?;
    if tensor.ndim() < 2 {
        return Err(TensorError::runtime("Input must be >= 2-d."));
    }
    call(&ops::view::flip::OP, (tensor, 1).into())
}
