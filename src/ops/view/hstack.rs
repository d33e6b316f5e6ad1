//! `torch.hstack([x, y])`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "hstack",
    signature: "(tensors)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Joins tensors along their columns.",
        formula: r"y = [x_1, x_2, \dots]",
        gradients: &[("tensors", r"\bar{x}_k = \text{its part of } \bar{y}")],
        shape_rule: "Sizes are added along dimension 1 (of vectors along dimension 0); all others must be equal.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.hstack.html",
    },
    forward: Forward::Composite(compose),
    examples: &["{[2],[3]}", "{[2,3],[2,3]}"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensors = args.tensor_list(0)?;
    let mut parts = Vec::new();
    for tensor in tensors {
        let mut part = tensor.clone();
        if part.ndim() == 0 {
            part = ops::reshape((&part, 1))?;
        }
        parts.push(part);
    }
    let dim = if parts.first().is_some_and(|part| part.ndim() == 1) {
        0
    } else {
        1
    };
    call(&super::cat::OP, (parts, dim).into())
}
