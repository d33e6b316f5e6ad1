//! `torch.ones_like(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "ones_like",
    signature: "(input, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Ones with the shape, dtype and memory order of another tensor.",
        formula: "y_i = 1",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.ones_like.html",
    },
    shape: Some(shapes::like),
    forward: Forward::Kernel(|args| {
        let (array, dtype) = (args.array(0)?, shapes::dtype_like(args, 1)?);
        one(dispatch!(dtype, T => filled_like::<T>(&array, |values| values.fill(T::from_i64(1)))?))
    }),
    examples: &["[2,3]", "T[2,3]", "i[3]", "[3], dtype=int64"],
    misuses: &[(
        "3",
        "TypeError: ones_like(): argument 'input' (position 1) must be Tensor, not int",
    )],
    ..Op::BASE
};
