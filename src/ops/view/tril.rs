//! `torch.tril(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "tril",
    signature: "(input, diagonal=0)",
    forms: Forms::ALL,
    card: Card {
        summary: "The lower triangle of each matrix; 0 above the diagonal.",
        formula: r"y_{ij} = x_{ij} \text{ if } j \le i + k \text{, else } 0",
        gradients: &[("input", r"\bar{y} \text{ in the triangle, 0 elsewhere}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.tril.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(|args| triangle(args, |row, column| column > row)),
    backward: Some(|ctx| ctx.only(ops::tril((&ctx.grad()?, ctx.args().at(1)))?)),
    grad_fn: "TrilBackward0",
    examples: &[
        "[3,3]",
        "[2,3], 1",
        "[3,2], -1",
        "[2,2,3]",
        "T[3,3]",
        "i[3,3]",
        "[0,3]",
    ],
    misuses: &[(
        "[3]",
        "RuntimeError: tril: input tensor must have at least 2 dimensions",
    )],
    ..Op::BASE
};
