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
    program: "x = torch.tensor([[1.0, -2.0, 0.5], [3.0, -1.5, 2.0]])\ny = torch.empty_like(x)  # whatever the memory held before\nprint(y.shape, y.dtype)",
    ..Op::BASE
};
