//! `torch.roll(x, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "roll",
    signature: "(input, shifts, dims=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Elements moved along dimensions; what leaves at the end comes back at the start.",
        formula: r"y_i = x_{(i - s) \bmod n}",
        gradients: &[("input", r"\bar{x}_i = \bar{y}_{(i + s) \bmod n}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.roll.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "RollBackward0",
    examples: &[
        "[4], 1",
        "[2,3], 1",
        "[2,3], -1, 1",
        "[2,3], (1,2), (0,1)",
        "T[3,2], 1, 0",
        "[0], 1",
    ],
    misuses: &[(
        "[2,3], 1, 5",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 5)",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (shifts, dims) = (
        args.ints(1)?.unwrap_or_default(),
        args.ints(2)?.unwrap_or_default(),
    );
    let input = args.array(0)?.contiguous()?;
    if dims.is_empty() {
        let flat = input.with_shape(Shape::from_slice(&[input.numel()]));
        return one(rolled(&flat, 0, shifts.first().copied().unwrap_or(0))?
            .with_shape(input.shape().clone()));
    }
    if shifts.len() != dims.len() {
        return Err(TensorError::runtime(format!(
            "shifts and dimensions must align. shifts: {}, dims:{}",
            shifts.len(),
            dims.len()
        )));
    }
    let mut array = input.clone();
    for (&shift, &dim) in shifts.iter().zip(&dims) {
        array = rolled(&array, wrap_dim(dim, array.ndim())?, shift)?;
    }
    one(array.copied()?)
}

fn rolled(array: &Array, dim: usize, shift: i64) -> Result<Array> {
    let along = Along::new(array.shape(), dim);
    let size = along.size as i64;
    let index: Vec<usize> = (0..size)
        .map(|i| (i - shift).rem_euclid(size) as usize)
        .collect();
    dispatch!(array.dtype(), T => along.pick::<T>(array, &index, array.shape().clone()))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let back: Vec<i64> = ctx
        .args()
        .ints(1)?
        .unwrap_or_default()
        .iter()
        .map(|shift| -shift)
        .collect();
    ctx.only(ops::roll((&ctx.grad()?, &back[..], ctx.args().at(2)))?)
}
