//! `x.std()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "std",
    signature: "(input, dim=None, unbiased=None, keepdim=False, *, correction=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The standard deviation: the square root of the variance.",
        formula: r"y = \sqrt{\frac{1}{n - 1} \sum_i (x_i - \mu)^2}",
        gradients: &[("input", r"\bar{y} \frac{x_i - \mu}{(n - 1) y}")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.std.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "StdBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, False, True",
        "[2,3,4], (0,2)",
        "T[3,2], 1",
        "[3], False",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "i[3]",
            "NotImplementedError: std and var only support floating point and complex dtypes",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    shape_of(super::var::plan(args, &shape)?.0.shape, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let (variances, _) = super::var::variances(args)?;
    one(
        dispatch_real!(variances.dtype(), T => map::<T, T>(&variances, |x| x.sqrt())?, _ => unreachable!("floating point")),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let std = ctx.output(0)?;
    let grad = ops::div((&ctx.grad()?, &ops::mul((&std, 2.0))?))?;
    let grad = ops::where_((&ops::eq((&std, 0))?, 0.0, &grad))?;
    ctx.only(super::var::variance_gradient(ctx, &grad)?)
}
