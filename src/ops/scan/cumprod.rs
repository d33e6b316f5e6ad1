//! `x.cumprod(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cumprod",
    signature: "(input, dim, *, dtype=None)",
    forms: Forms::ALL,
    card: Card {
        summary: "The product of each element and all before it.",
        formula: r"y_i = \prod_{j \le i} x_j",
        gradients: &[(
            "input",
            r"\bar{x}_j = \sum_{i \ge j} \bar{y}_i \prod_{k \le i, k \ne j} x_k",
        )],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.cumprod.html",
    },
    shape: Some(running_shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "CumprodBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
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
        let mut product = T::ONE;
        for (&x, y) in line.iter().zip(out) {
            product = product.times(x);
            *y = product;
        }
    })?).to_dtype(array.dtype())?,
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, x, dim) = (ctx.grad()?, ctx.tensor(0)?, ctx.args().at(1));
    let zero = x.array().to_f64_vec().contains(&0.0);
    if !zero {
        let weighted = ops::mul((&grad, &ctx.output(0)?))?;
        let sums = sum_of_later(&weighted, dim)?;
        return ctx.only(ops::div((&sums, x))?);
    }
    ctx.only(with_zeros(&grad, x, ctx.args().dim(1, 0, x.ndim())?)?)
}

/// Without dividing: for each element, the products of all others, as many as there are later outputs. Quadratic, but
/// zeros in a running product are rare.
fn with_zeros(grad: &Tensor, x: &Tensor, dim: usize) -> Result<Tensor> {
    let length = x.shape()[dim];
    let mut parts = Vec::new();
    for j in 0..length {
        let lead = ops::narrow((x, dim, 0, j))?;
        let tail = ops::narrow((x, dim, j + 1, length - j - 1))?;
        let mut one = x.shape();
        one[dim] = 1;
        let one = Tensor::new(Array::ones(one, x.dtype())?);
        let products = ops::cumprod((&ops::cat((vec![lead, one, tail], dim))?, dim))?;
        let later = ops::narrow((&ops::mul((grad, &products))?, dim, j, length - j))?;
        parts.push(ops::sum((&later, dim, true))?);
    }
    ops::cat((parts, dim))
}
