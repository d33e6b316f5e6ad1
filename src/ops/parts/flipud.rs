//! `x.flipud()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "flipud",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The order of rows reversed.",
        formula: "y_{ij} = x_{n - 1 - i, j}",
        gradients: &[("input", r"\bar{y} \text{, reversed}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.flipud.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[2,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensor = args.tensor(0)?;
    if tensor.ndim() < 1 {
        return Err(TensorError::runtime("Input must be >= 1-d."));
    }
    call(&ops::view::flip::OP, (tensor, 0).into())
}
