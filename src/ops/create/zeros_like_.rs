//! `torch.zeros_like(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "zeros_like",
    signature: "(input, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Zeros with the shape, dtype and memory order of another tensor.",
        formula: "y_i = 0",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.zeros_like.html",
    },
    shape: Some(shapes::like),
    forward: Forward::Kernel(|args| {
        let (array, dtype) = (args.array(0)?, shapes::dtype_like(args, 1)?);
        one(dispatch!(dtype, T => filled_like::<T>(&array, |_| ())?))
    }),
    examples: &["[2,3]", "T[2,3]", "i[3]", "[3], dtype=int64"],
    misuses: &[(
        "3",
        "TypeError: zeros_like(): argument 'input' (position 1) must be Tensor, not int",
    )],
    ..Op::BASE
};
