//! `x.sum()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "sum",
    signature: "(input, dim=None, keepdim=False, *, dtype=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Adds up all elements, or those along some dimensions.",
        formula: r"y = \sum_i x_i",
        gradients: &[("input", r"\bar{y} \text{ for each } x_i")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.sum.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SumBackward0",
    grad_fn_of: Some(|args| {
        if args.has(1) {
            "SumBackward1"
        } else {
            "SumBackward0"
        }
    }),
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, True",
        "[2,3,4], (0,2)",
        "[]",
        "[0,3], 0",
        "b[4]",
        "T[3,2], 1",
        "e[3,2], 0",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "[2,3], (0,0)",
            "RuntimeError: dim 0 appears multiple times in the list of dims",
        ),
    ],
    ..Op::BASE
};

pub fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    shapes::shape_of(
        reduced_dims(args, &shape, 1, 2)?.shape,
        out_dtype(args, dtype)?,
    )
}

/// Integers and bools are summed in int64.
fn out_dtype(args: &Args, dtype: DType) -> Result<DType> {
    Ok(args
        .dtype(3)?
        .unwrap_or(if dtype.is_float() { dtype } else { DType::I64 }))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let reduced = reduced_dims(args, array.shape(), 1, 2)?;
    let array = array.to_dtype(out_dtype(args, array.dtype())?)?;
    one(dispatch_real!(array.dtype(), T => {
        Array::from_vec(fold::<T, T>(&array, &reduced.dims, &Sum)?, reduced.shape)
    }, _ => {
        let array = array.to_dtype(DType::I64)?;
        Array::from_vec(fold::<i64, i64>(&array, &reduced.dims, &Sum)?, reduced.shape).to_dtype(out_dtype(args, DType::I64)?)?
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    ctx.only(ops::kernels::spread(&ctx.grad()?, ctx.args(), &shape)?)
}
