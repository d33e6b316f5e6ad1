//! `torch.randn(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "randn",
    signature: "(*size, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Random numbers from the standard normal distribution.",
        formula: r"y_i \sim \mathcal{N}(0, 1)",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.randn.html",
    },
    shape: Some(|args| shape_of(sizes(args, 0)?, shapes::float_dtype(args, 2)?)),
    forward: Forward::Kernel(|args| {
        let (shape, dtype) = (sizes(args, 0)?, shapes::float_dtype(args, 2)?);
        one(
            dispatch_real!(dtype, T => filled::<T>(shape, |values| fill_normal(values, 0.0, 1.0, true))?,
            _ => return Err(not_implemented("normal_kernel_cpu", dtype))),
        )
    }),
    examples: &["(2,3)", "(20,), dtype=float64", "()"],
    misuses: &[(
        "(2,), dtype=int64",
        "NotImplementedError: \"normal_kernel_cpu\" not implemented for 'Long'",
    )],
    ..Op::BASE
};
