//! `torch.full_like(x, 7)`

use crate::ops::create::full::full;
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "full_like",
    signature: "(input, fill_value, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "One value everywhere, with the shape and dtype of another tensor.",
        formula: "y_i = v",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.full_like.html",
    },
    shape: Some(|args| shape_of(args.shape(0)?, shapes::dtype_like(args, 2)?)),
    forward: Forward::Kernel(|args| {
        one(full(args, 1, args.shape(0)?, shapes::dtype_like(args, 2)?)?)
    }),
    examples: &[
        "[2,3], 7.5",
        "i[3], 2.5",
        "[3], 2, dtype=int64",
        "[2], True",
    ],
    misuses: &[(
        "3, 3",
        "TypeError: full_like(): argument 'input' (position 1) must be Tensor, not int",
    )],
    ..Op::BASE
};
