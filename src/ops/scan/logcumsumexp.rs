//! `x.logcumsumexp(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "logcumsumexp",
    signature: "(input, dim, *, dtype=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The logarithm of the running sum of exponentials.",
        formula: r"y_i = \ln \sum_{j \le i} e^{x_j}",
        gradients: &[(
            "input",
            r"\bar{x}_j = \sum_{i \ge j} \bar{y}_i e^{x_j - y_i}",
        )],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.logcumsumexp.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LogcumsumexpBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
    lacks: Some(("logcumsumexp_out_cpu", &[DType::Bool, DType::U8, DType::I32, DType::I64])),
    examples: &[
        "[2,3], 0",
        "[2,3], -1",
        "T[3,2], 1",
        "[], 0",
        "[0,3], 0",
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
    Ok(args.dtype(2)?.unwrap_or(dtype.to_float()))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(1, 0, array.ndim())?;
    let array = array.to_dtype(out_dtype(args, array.dtype())?)?;
    one(
        dispatch_real!(array.dtype(), T => along_lines::<T, T>(&array, dim, |line, out| {
        let mut sum = T::NEG_INFINITY;
        for (&x, y) in line.iter().zip(out) {
            let top = sum.max(x);
            sum = if top == T::NEG_INFINITY { top } else { ((sum - top).exp() + (x - top).exp()).ln() + top };
            *y = sum;
        }
    })?, _ => unreachable!("floating point")),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (x, dim) = (ctx.tensor(0)?, ctx.args().at(1));
    let scaled = ops::mul((&ctx.grad()?, &ops::exp(&ops::neg(&ctx.output(0)?)?)?))?;
    let sums = sum_of_later(&scaled, dim)?;
    ctx.only(ops::mul((&sums, &ops::exp(x)?))?)
}
