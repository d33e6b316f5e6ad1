//! `x.mean()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mean",
    signature: "(input, dim=None, keepdim=False, *, dtype=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The average of all elements, or of those along some dimensions.",
        formula: r"y = \frac{1}{n} \sum_i x_i",
        gradients: &[("input", r"\bar{y} / n \text{ for each } x_i")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.mean.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MeanBackward0",
    grad_fn_of: Some(|args| {
        if args.has(1) {
            "MeanBackward1"
        } else {
            "MeanBackward0"
        }
    }),
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, True",
        "[2,3,4], (0,2)",
        "[]",
        "[0,3], 1",
        "T[3,2], 1",
        "e[3,2], 0",
        "i[3], dtype=float64",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "i[3]",
            "NotImplementedError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    shape_of(
        reduced_dims(args, &shape, 1, 2)?.shape,
        args.dtype(3)?.unwrap_or(dtype),
    )
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dtype = args.dtype(3)?.unwrap_or(array.dtype());
    if !dtype.is_float() {
        return Err(TensorError::not_implemented(format!(
            "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: {}",
            dtype.word()
        ))
        .because("A mean is seldom a whole number. Convert first: x.float().mean()."));
    }
    let reduced = reduced_dims(args, array.shape(), 1, 2)?;
    let array = array.to_dtype(dtype)?;
    one(dispatch_real!(dtype, T => {
        let count = T::from_f64(count(array.shape(), &reduced) as f64);
        let mut means = fold::<T, T>(&array, &reduced.dims, &Sum)?;
        means.iter_mut().for_each(|mean| *mean /= count);
        Array::from_vec(means, reduced.shape)
    }, _ => unreachable!("floating point")))
}

/// How many elements become one.
fn count(shape: &Shape, reduced: &Reduced) -> usize {
    reduced.dims.iter().map(|&d| shape[d]).product()
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let count = count(&shape, &reduced_dims(ctx.args(), &shape, 1, 2)?);
    let share = ops::div((&ctx.grad()?, count as f64))?;
    ctx.only(spread(&share, ctx.args(), &shape)?)
}
