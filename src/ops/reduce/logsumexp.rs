//! `torch.logsumexp(x, 0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "logsumexp",
    signature: "(input, dim, keepdim=False)",
    forms: Forms::BOTH.and(Forms::SPECIAL),
    card: Card {
        summary: "The logarithm of the sum of exponentials, without overflow: a smooth maximum.",
        formula: r"y = \ln \sum_i e^{x_i}",
        gradients: &[("input", r"\bar{y} \, e^{x_i - y}")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.logsumexp.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(reduced_dims(args, &shape, 1, 2)?.shape, dtype.to_float())
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LogsumexpBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
    examples: &[
        "[2,3], 0",
        "[2,3], -1, True",
        "[2,3,4], (0,2)",
        "T[3,2], 1",
        "n[2,3], 1",
        "i[3], 0",
    ],
    misuses: &[(
        "[2,3], 2",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let reduced = reduced_dims(args, array.shape(), 1, 2)?;
    let array = array.to_dtype(array.dtype().to_float())?;
    one(
        dispatch_real!(array.dtype(), T => Array::from_vec(fold::<T, T>(&array, &reduced.dims, &LogSumExp)?, reduced.shape), _ => {
            unreachable!("floating point")
        }),
    )
}

struct LogSumExp;

impl<T: Real> Fold<T, T> for LogSumExp {
    fn empty(&self) -> T {
        T::neg_infinity()
    }
    fn row(&self, row: &[T]) -> T {
        let top = row.iter().fold(T::neg_infinity(), |top, &x| {
            if x > top || Element::is_nan(x) {
                x
            } else {
                top
            }
        });
        if top.is_infinite() {
            return top;
        }
        row.iter()
            .fold(T::ZERO, |sum, &x| sum + (x - top).exp())
            .ln()
            + top
    }
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (x, args) = (ctx.tensor(0)?, ctx.args());
    let shape = x.shape();
    let grad = spread(&ctx.grad()?, args, &shape)?;
    let output = spread(&ctx.output(0)?, args, &shape)?;
    ctx.only(ops::mul((&grad, &ops::exp(&ops::sub((x, &output))?)?))?)
}
