//! `torch.empty_like(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "empty_like",
    signature: "(input, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Unset elements (zeros here) with the shape, dtype and memory order of another tensor.",
        formula: r"y_i = \text{anything}",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.empty_like.html",
    },
    shape: Some(shapes::like),
    forward: Forward::Kernel(|args| {
        let (array, dtype) = (args.array(0)?, shapes::dtype_like(args, 1)?);
        one(dispatch!(dtype, T => filled_like::<T>(&array, |_| ())?))
    }),
    examples: &["[2,3]", "T[2,3]", "i[3]", "[3], dtype=int64"],
    misuses: &[(
        "3",
        "TypeError: empty_like(): argument 'input' (position 1) must be Tensor, not int",
    )],
    ..Op::BASE
};
