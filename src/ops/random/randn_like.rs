//! `torch.randn_like(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "randn_like",
    signature: "(input, *, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Random numbers from the standard normal distribution, with the shape and dtype of another tensor.",
        formula: r"y_i \sim \mathcal{N}(0, 1)",
        gradients: &[],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.randn_like.html",
    },
    shape: Some(|args| shape_of(args.shape(0)?, shapes::dtype_like(args, 2)?)),
    forward: Forward::Kernel(|args| {
        let (array, dtype) = (args.array(0)?, shapes::dtype_like(args, 2)?);
        let contiguous = dense_strides(&array) == contiguous_strides(array.shape());
        one(
            dispatch_real!(dtype, T => filled_like::<T>(&array, |values| fill_normal(values, 0.0, 1.0, contiguous))?,
            _ => return Err(not_implemented("normal_kernel_cpu", dtype))),
        )
    }),
    examples: &["[2,3]", "f[3]", "i[3], dtype=float32"],
    misuses: &[(
        "i[3]",
        "NotImplementedError: \"normal_kernel_cpu\" not implemented for 'Long'",
    )],
    ..Op::BASE
};
