//! `x.new_ones(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "new_ones",
    signature: "(input, *size, dtype=None)",
    forms: Forms::METHOD,
    card: Card {
        summary: "Ones of a given size with the dtype of this tensor.",
        formula: "y_i = 1",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.new_ones.html",
    },
    shape: Some(|args| shape_of(sizes(args, 1)?, shapes::dtype_like(args, 2)?)),
    forward: Forward::Kernel(|args| {
        one(Array::ones(sizes(args, 1)?, shapes::dtype_like(args, 2)?)?)
    }),
    examples: &["[3], (2,3)", "i[3], (2,)", "[3], (), dtype=int64"],
    ..Op::BASE
};
