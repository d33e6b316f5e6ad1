//! `x.reshape(2, 3)`

use super::view_;
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "reshape",
    signature: "(input, *shape)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The same elements in the same order with another shape; a view where the strides allow it, else a copy.",
        formula: r"y = x \text{, read row by row}",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "As many elements as before; one size may be -1: it is worked out.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.reshape.html",
    },
    shape: view_::OP.shape,
    forward: Forward::Composite(compose),
    examples: &[
        "[2,3], (3,2)",
        "[2,3], (-1,)",
        "T[3,2], (6,)",
        "[0,3], (0,)",
        "T[2,3,4], (6,-1)",
    ],
    misuses: &[(
        "[2,3], (4,2)",
        "RuntimeError: shape '[4, 2]' is invalid for input of size 6",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let input = args.tensor(0)?;
    let shape = view_::wanted(args, input.array().shape())?;
    let can_view = view_::view(&input.array(), &shape).is_some();
    if can_view {
        return call(&view_::OP, (input, &shape).into());
    }
    let copied = ops::clone(input)?;
    call(&crate::ops::view::unsafe_view::OP, (&copied, &shape).into())
}
