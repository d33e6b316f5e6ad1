//! `x.cummax(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cummax",
    signature: "(input, dim)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The greatest element so far, and where it stands.",
        formula: r"y_i = \max_{j \le i} x_j",
        gradients: &[("input", r"\bar{x}_j = \sum_{i: k_i = j} \bar{y}_i")],
        shape_rule: "As the input, twice: values, and indices in int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.cummax.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        Ok(smallvec![(shape.clone(), dtype), (shape, DType::I64)])
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "CummaxBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("cummax", &["values", "indices"]),
    examples: &["[2,3], 0", "[5], 0", "T[3,2], 1", "i[4], 0"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(1, 0, array.ndim())?;
    dispatch!(array.dtype(), T => {
        let places = along_lines::<T, i64>(&array, dim, |line, out| {
            let mut best = 0;
            for (i, y) in out.iter_mut().enumerate() {
                if line[i] >= line[best] || Element::is_nan(line[i]) {
                    best = i;
                }
                *y = best as i64;
            }
        })?;
        let values = along_lines::<T, T>(&array, dim, |line, out| {
            let mut best = 0;
            for (i, y) in out.iter_mut().enumerate() {
                if line[i] >= line[best] || Element::is_nan(line[i]) {
                    best = i;
                }
                *y = line[best];
            }
        })?;
        Ok(smallvec![values, places])
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let zeros = ops::zeros(&ctx.shape(0)?, ctx.dtype(0)?)?;
    ctx.only(ops::scatter_add((
        &zeros,
        ctx.args().at(1),
        &ctx.output(1)?,
        &ctx.grad()?,
    ))?)
}
