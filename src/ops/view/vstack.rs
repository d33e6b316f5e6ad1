//! `torch.vstack([x, y])`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "vstack",
    aliases: &["row_stack"],
    signature: "(tensors)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Joins tensors along their rows.",
        formula: r"y = [x_1, x_2, \dots]",
        gradients: &[("tensors", r"\bar{x}_k = \text{its part of } \bar{y}")],
        shape_rule: "Sizes are added along dimension 0, where a vector (n) counts as one row (1 x n); all others must be equal.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.vstack.html",
    },
    forward: Forward::Composite(compose),
    examples: &["{[3],[3]}", "{[2,3],[2,3]}"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensors = args.tensor_list(0)?;
    let mut parts = Vec::new();
    for tensor in tensors {
        let mut part = tensor.clone();
        while part.ndim() < 2 {
            part = ops::unsqueeze((&part, 0))?;
        }
        parts.push(part);
    }
    let dim = 0;
    call(&super::cat::OP, (parts, dim).into())
}
