//! `x.argmin(1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "argmin",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Where the least element stands: the first of equal ones, counted row by row without dim.",
        formula: r"y = \operatorname{argmin}_i x_i",
        gradients: &[],
        shape_rule: "All dimensions disappear, or the given one (size 1 with keepdim=True); the dtype is int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.argmin.html",
    },
    shape: Some(|args| shape_of(reduced_dims(args, &args.shape(0)?, 1, 2)?.shape, DType::I64)),
    forward: Forward::Kernel(forward),
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, True",
        "[]",
        "T[3,2]",
        "T[3,2], 1",
        "i[5]",
        "n[4]",
        "[2,0], 0",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "[0]",
            "IndexError: argmin(): Expected reduction dim to be specified for input.numel() == 0.",
        ),
        (
            "[0,3], 0",
            "IndexError: argmin(): Expected reduction dim 0 to have non-zero size.",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let reduced = reduced_dims(args, array.shape(), 1, 2)?;
    if array.numel() == 0 && !args.has(1) {
        return Err(TensorError::index(
            "argmin(): Expected reduction dim to be specified for input.numel() == 0.",
        ));
    }
    check_not_empty("argmin", &array, &reduced, true)?;
    one(dispatch!(array.dtype(), T => {
        let found = fold::<T, (T, i64)>(&array, &reduced.dims, &Best(|x: T, best: T| best.above(x)))?;
        Array::from_vec(found.into_iter().map(|(_, place)| place).collect(), reduced.shape)
    }))
}
