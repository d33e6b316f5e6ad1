//! `F.pad(x, (1, 1))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "constant_pad_nd",
    signature: "(input, pad, value=0)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The tensor with a border of one value; negative widths cut off.",
        formula: "y_{i + l} = x_i",
        gradients: &[("input", r"\bar{x}_i = \bar{y}_{i + l}")],
        shape_rule: "Each pair of widths, from the last dimension on, is added to a size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.pad.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ConstantPadNdBackward0",
    examples: &[
        "[3], (1,2)",
        "[2,3], (1,0,0,2), 1.5",
        "[2,3], (-1,1)",
        "T[3,2], (1,1)",
        "[0], (1,1)",
    ],
    misuses: &[(
        "[2], (1,2,3,4)",
        "RuntimeError: Padding length should be less than or equal to two times the input dimension but got padding length 4 and input of dimension 1",
    )],
    ..Op::BASE
};

/// Widths before and after each dimension, in the order of the dimensions.
fn widths(args: &Args, ndim: usize) -> Result<Vec<(i64, i64)>> {
    let pad = args.ints(1)?.unwrap_or_default();
    if pad.len() % 2 != 0 {
        return Err(TensorError::runtime(format!(
            "Length of pad must be even but instead it equals {}",
            pad.len()
        )));
    }
    if pad.len() > 2 * ndim {
        return Err(TensorError::runtime(format!(
            "Padding length should be less than or equal to two times the input dimension but got padding length {} and input of dimension {ndim}",
            pad.len()
        )));
    }
    let mut widths = vec![(0, 0); ndim];
    for (k, pair) in pad.chunks_exact(2).enumerate() {
        widths[ndim - 1 - k] = (pair[0], pair[1]);
    }
    Ok(widths)
}

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    let mut out = Shape::new();
    for (d, (before, after)) in widths(args, shape.len())?.into_iter().enumerate() {
        let size = shape[d] as i64 + before + after;
        if size < 0 {
            return Err(TensorError::runtime(format!(
                "The input size {}, plus negative padding {before} and {after} resulted in a negative output size, which is invalid. Check dimension {d} of your input.",
                shape[d]
            )));
        }
        out.push(size as usize);
    }
    shape_of(out, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let (shape, dtype) = shape(args)?.swap_remove(0);
    let value = args.float(2, 0.0)?;
    budget::check(numel(&shape), dtype)?;
    let whole = dispatch!(dtype, T => Array::full(shape.clone(), T::from_f64(value))?);
    let (mut source, mut target) = (array.clone(), whole.clone());
    for (d, (before, after)) in widths(args, array.ndim())?.into_iter().enumerate() {
        let cut = |width: i64| (-width).max(0) as usize;
        let length = array.shape()[d].saturating_sub(cut(before) + cut(after));
        source = super::narrow::slice(&source, d, cut(before), length);
        target = super::narrow::slice(&target, d, before.max(0) as usize, length);
    }
    if source.numel() > 0 {
        target.write(&source)?;
    }
    one(whole)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let back: Vec<i64> = ctx
        .args()
        .ints(1)?
        .unwrap_or_default()
        .iter()
        .map(|width| -width)
        .collect();
    ctx.only(ops::constant_pad((&ctx.grad()?, &back[..], 0.0))?)
}
