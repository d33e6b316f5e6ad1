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
    shape: Some(running_shape),
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

fn forward(args: &Args) -> Result<Out> {
    let (array, dim) = running_input(args)?;
    one(
        dispatch_wide!(array.dtype(), T => along_lines::<T, T>(&array.widened()?, dim, |line, out| {
        let mut sum = T::ZERO;
        for (&x, y) in line.iter().zip(out) {
            sum = sum.plus(x);
            *y = sum;
        }
    })?).to_dtype(array.dtype())?,
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    ctx.only(sum_of_later(&ctx.grad()?, ctx.args().at(1))?)
}
