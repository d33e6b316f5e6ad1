//! `x.new_full((2, 3), 7)`

use crate::ops::create::full::full;
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "new_full",
    signature: "(input, size, fill_value, *, dtype=None)",
    forms: Forms::METHOD,
    card: Card {
        summary: "One value everywhere, of a given size, with the dtype of this tensor.",
        formula: "y_i = v",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.new_full.html",
    },
    shape: Some(|args| shape_of(sizes(args, 1)?, shapes::dtype_like(args, 3)?)),
    forward: Forward::Kernel(|args| {
        one(full(
            args,
            2,
            sizes(args, 1)?,
            shapes::dtype_like(args, 3)?,
        )?)
    }),
    examples: &[
        "[3], (2,3), 7.5",
        "i[3], (2,), 3.7",
        "[3], (2,), 3, dtype=int64",
    ],
    ..Op::BASE
};
