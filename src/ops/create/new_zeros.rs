//! `x.new_zeros(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "new_zeros",
    signature: "(input, *size, dtype=None)",
    forms: Forms::METHOD,
    card: Card {
        summary: "Zeros of a given size with the dtype of this tensor.",
        formula: "y_i = 0",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.new_zeros.html",
    },
    shape: Some(|args| shape_of(sizes(args, 1)?, shapes::dtype_like(args, 2)?)),
    forward: Forward::Kernel(|args| {
        one(Array::zeros(sizes(args, 1)?, shapes::dtype_like(args, 2)?)?)
    }),
    examples: &["[3], (2,3)", "i[3], (2,)", "[3], (), dtype=int64"],
    ..Op::BASE
};
