//! `torch.rand_like(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "rand_like",
    signature: "(input, *, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Random numbers, uniform in [0, 1), with the shape and dtype of another tensor.",
        formula: r"y_i \sim \mathcal{U}(0, 1)",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.rand_like.html",
    },
    shape: Some(|args| shape_of(args.shape(0)?, shapes::dtype_like(args, 2)?)),
    forward: Forward::Kernel(|args| {
        let (array, dtype) = (args.array(0)?, shapes::dtype_like(args, 2)?);
        one(
            dispatch_real!(dtype, T => filled_like::<T>(&array, |values| fill_uniform(values, 0.0, 1.0))?,
            _ => return Err(not_implemented("check_uniform_bounds", dtype))),
        )
    }),
    examples: &["[2,3]", "f[3]", "i[3], dtype=float32"],
    misuses: &[(
        "i[3]",
        "NotImplementedError: \"check_uniform_bounds\" not implemented for 'Long'",
    )],
    ..Op::BASE
};
