//! `torch.randint_like(x, 10)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "randint_like",
    signature: "(input, low=0, high=None, *, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Random integers from low up to but without high, with the shape and dtype of another tensor.",
        formula: r"y_i \sim \mathcal{U}\{a, \dots, b - 1\}",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.randint_like.html",
    },
    shape: Some(|args| shape_of(args.shape(0)?, shapes::dtype_like(args, 4)?)),
    forward: Forward::Kernel(|args| {
        let (array, dtype) = (args.array(0)?, shapes::dtype_like(args, 4)?);
        let first = args.int(1, 0)?;
        let (low, high) = if args.has(2) {
            (first, args.int(2, 0)?)
        } else {
            (0, first)
        };
        check_int_bounds(low, high, dtype)?;
        one(dispatch!(dtype, T => filled_like::<T>(&array, |values| fill_ints(values, low, high))?))
    }),
    examples: &["[2,3], 10", "i[3], -2, 2", "[3], 5, dtype=int64"],
    misuses: &[(
        "i[3], 2, 2",
        "RuntimeError: random_ expects 'from' to be less than 'to', but got from=2 >= to=2",
    )],
    program: "x = torch.tensor([[1.0, -2.0, 0.5], [3.0, -1.5, 2.0]])\nprint(torch.randint_like(x, 10))\nprint(torch.randint_like(x, -3, 4))",
    ..Op::BASE
};
