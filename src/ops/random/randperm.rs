//! `torch.randperm(10)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "randperm",
    signature: "(n, *, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The integers from 0 to n - 1 in random order.",
        formula: r"y = \pi(0, \dots, n - 1)",
        gradients: &[],
        shape_rule: "One dimension of n elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.randperm.html",
    },
    shape: Some(|args| {
        shape_of(
            smallvec![count(args)?],
            args.dtype(2)?.unwrap_or(DType::I64),
        )
    }),
    forward: Forward::Kernel(|args| {
        let count = count(args)?;
        budget::check(count, DType::I64)?;
        let order = with_generator(|generator| generator.permutation(count));
        one(Array::from_vec(order, [count].as_slice())
            .to_dtype(args.dtype(2)?.unwrap_or(DType::I64))?)
    }),
    examples: &["10", "0", "5, dtype=float32"],
    misuses: &[(
        "-1",
        "RuntimeError: Trying to create tensor with negative dimension -1: [-1]",
    )],
    ..Op::BASE
};

fn count(args: &Args) -> Result<usize> {
    let n = args.int(0, 0)?;
    usize::try_from(n).map_err(|_| {
        TensorError::runtime(format!(
            "Trying to create tensor with negative dimension {n}: [{n}]"
        ))
    })
}
