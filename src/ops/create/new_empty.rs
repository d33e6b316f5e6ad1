//! `x.new_empty(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "new_empty",
    signature: "(input, *size, dtype=None)",
    forms: Forms::METHOD,
    card: Card {
        summary: "Unset elements (zeros here) of a given size with the dtype of this tensor.",
        formula: r"y_i = \text{anything}",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.new_empty.html",
    },
    shape: Some(|args| shape_of(sizes(args, 1)?, shapes::dtype_like(args, 2)?)),
    forward: Forward::Kernel(|args| {
        one(Array::zeros(sizes(args, 1)?, shapes::dtype_like(args, 2)?)?)
    }),
    examples: &["[3], (2,3)", "i[3], (2,)", "[3], (), dtype=int64"],
    program: "x = torch.tensor([[1.0, -2.0, 0.5], [3.0, -1.5, 2.0]])\ny = x.new_empty(2, 5)  # whatever the memory held before\nprint(y.shape, y.dtype)",
    ..Op::BASE
};
