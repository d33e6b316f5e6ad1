//! `torch.rand(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "rand",
    signature: "(*size, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Random numbers, uniform in [0, 1).",
        formula: r"y_i \sim \mathcal{U}(0, 1)",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.rand.html",
    },
    shape: Some(|args| shape_of(sizes(args, 0)?, shapes::float_dtype(args, 2)?)),
    forward: Forward::Kernel(|args| {
        let (shape, dtype) = (sizes(args, 0)?, shapes::float_dtype(args, 2)?);
        one(
            dispatch_real!(dtype, T => filled::<T>(shape, |values| fill_uniform(values, 0.0, 1.0))?,
            _ => return Err(not_implemented("check_uniform_bounds", dtype))),
        )
    }),
    examples: &["(2,3)", "(20,), dtype=float64", "()"],
    misuses: &[(
        "(2,), dtype=int64",
        "NotImplementedError: \"check_uniform_bounds\" not implemented for 'Long'",
    )],
    ..Op::BASE
};
