//! `torch.dstack([x, y])`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "dstack",
    signature: "(tensors)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Joins tensors along a third dimension.",
        formula: r"y = [x_1; x_2; \dots]",
        gradients: &[("tensors", r"\bar{x}_k = \text{its part of } \bar{y}")],
        shape_rule: "Sizes add up along dimension 2.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.dstack.html",
    },
    forward: Forward::Composite(compose),
    examples: &["{[2,3],[2,3]}", "{[3],[3]}"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensors: Result<Vec<Tensor>> = args.tensor_list(0)?.iter().map(|t| ops::atleast_3d(t)).collect();
    call(&ops::view::cat::OP, (tensors?, 2).into())
}
