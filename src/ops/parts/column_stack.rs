//! `torch.column_stack([x, y])`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "column_stack",
    signature: "(tensors)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Joins tensors as columns; vectors become columns.",
        formula: r"y = [x_1; x_2; \dots]",
        gradients: &[("tensors", r"\bar{x}_k = \text{its part of } \bar{y}")],
        shape_rule: "Sizes add up along dimension 1.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.column_stack.html",
    },
    forward: Forward::Composite(compose),
    examples: &["{[3],[3]}", "{[2],[2,2]}"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let column = |t: &Tensor| {
        if t.ndim() <= 1 {
            ops::reshape((t, &[t.numel() as i64, 1][..]))
        } else {
            Ok(t.clone())
        }
    };
    let tensors: Result<Vec<Tensor>> = args.tensor_list(0)?.iter().map(column).collect();
    call(&ops::view::cat::OP, (tensors?, 1).into())
}
