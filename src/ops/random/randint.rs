//! `torch.randint(0, 10, (3,))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "randint",
    signature: "(low=0, high=None, size=None, *, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Random integers from low up to but without high; low may be left out.",
        formula: r"y_i \sim \mathcal{U}\{a, \dots, b - 1\}",
        gradients: &[],
        shape_rule: "The given size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.randint.html",
    },
    shape: Some(|args| {
        let (size, _, _) = bounds(args)?;
        shape_of(sizes(args, size)?, dtype(args)?)
    }),
    forward: Forward::Kernel(|args| {
        let (size, low, high) = bounds(args)?;
        let (shape, dtype) = (sizes(args, size)?, dtype(args)?);
        check_int_bounds(low, high, dtype)?;
        one(dispatch!(dtype, T => filled::<T>(shape, |values| fill_ints(values, low, high))?))
    }),
    examples: &[
        "10, (5,)",
        "-3, 4, (2,3)",
        "0, 1000000000, (4,)",
        "2, (3,), dtype=float32",
    ],
    misuses: &[
        (
            "5, 5, (2,)",
            "RuntimeError: random_ expects 'from' to be less than 'to', but got from=5 >= to=5",
        ),
        (
            "300, (2,), dtype=uint8",
            "RuntimeError: to - 1 is out of bounds for unsigned char",
        ),
    ],
    program: "print(torch.randint(10, (5,)))\nprint(torch.randint(-3, 4, (2, 3)))",
    ..Op::BASE
};

/// Where the size is, and the bounds: `randint(high, size)` and `randint(low, high, size)`.
fn bounds(args: &Args) -> Result<(usize, i64, i64)> {
    if matches!(args.at(1), Arg::Ints(_)) && !args.has(2) {
        return Ok((1, 0, args.int(0, 0)?));
    }
    if !args.has(1) {
        return Ok((2, 0, args.int(0, 0)?));
    }
    Ok((2, args.int(0, 0)?, args.int(1, 0)?))
}

fn dtype(args: &Args) -> Result<DType> {
    Ok(args.dtype(4)?.unwrap_or(DType::I64))
}
