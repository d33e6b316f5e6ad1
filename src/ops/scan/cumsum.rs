//! `x.cumsum(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cumsum",
    signature: "(input, dim, *, dtype=None)",
    forms: Forms::ALL,
    card: Card {
        summary: "The sum of each element and all before it.",
        formula: r"y_i = \sum_{j \le i} x_j",
        gradients: &[("input", r"\bar{x}_j = \sum_{i \ge j} \bar{y}_i")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.cumsum.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "CumsumBackward0",
    examples: &[
        "[2,3], 0",
        "[2,3], -1",
        "T[3,2], 1",
        "[], 0",
        "[0,3], 0",
        "i[4], 0",
    ],
    misuses: &[(
        "[4], 1",
        "IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    args.dim(1, 0, shape.len())?;
    shape_of(shape, out_dtype(args, dtype)?)
}

fn out_dtype(args: &Args, dtype: DType) -> Result<DType> {
    Ok(args
        .dtype(2)?
        .unwrap_or(if dtype.is_float() { dtype } else { DType::I64 }))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(1, 0, array.ndim())?;
    let array = array.to_dtype(out_dtype(args, array.dtype())?)?;
    one(
        dispatch!(array.dtype(), T => along_lines::<T, T>(&array, dim, |line, out| {
        let mut sum = T::ZERO;
        for (&x, y) in line.iter().zip(out) {
            sum = sum.plus(x);
            *y = sum;
        }
    })?),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let dim = ctx.args().at(1);
    ctx.only(ops::flip((
        &ops::cumsum((&ops::flip((&ctx.grad()?, dim))?, dim))?,
        dim,
    ))?)
}
