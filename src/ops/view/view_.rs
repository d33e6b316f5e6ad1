//! `x.view(2, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "view",
    signature: "(input, *shape)",
    forms: Forms::METHOD,
    card: Card {
        summary: "The same elements in the same order with another shape, without copying.",
        formula: r"y = x \text{, read row by row}",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "As many elements as before; one size may be -1: it is worked out.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.view.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shapes::shape_of(wanted(args, &shape)?, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> {
        ctx.only(ops::reshape((&ctx.grad()?, &ctx.shape(0)?))?)
    }),
    grad_fn: "ViewBackward0",
    view: true,
    examples: &[
        "[2,3], (3,2)",
        "[2,3], (-1,)",
        "[2,3,4], (6,4)",
        "[1], ()",
        "[0,3], (3,0)",
    ],
    misuses: &[
        (
            "[2,3], (4,2)",
            "RuntimeError: shape '[4, 2]' is invalid for input of size 6",
        ),
        (
            "[2,3], (-1,-1)",
            "RuntimeError: only one dimension can be inferred",
        ),
        (
            "T[3,2], (6,)",
            "RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans \
             across two contiguous subspaces). Use .reshape(...) instead.",
        ),
    ],
    ..Op::BASE
};

/// The wanted shape with -1 worked out.
pub fn wanted(args: &Args, shape: &[usize]) -> Result<Shape> {
    let sizes = args.ints(1)?.unwrap_or_default();
    let count = numel(shape);
    let invalid = || {
        TensorError::runtime(format!(
            "shape '{}' is invalid for input of size {count}",
            size_text(&sizes)
        ))
    };
    let mut known = 1usize;
    let mut inferred = None;
    for (d, &n) in sizes.iter().enumerate() {
        match n {
            -1 if inferred.is_some() => {
                return Err(TensorError::runtime("only one dimension can be inferred"));
            }
            -1 => inferred = Some(d),
            n if n < 0 => {
                return Err(TensorError::runtime(format!(
                    "invalid shape dimension {n} at index {d} of shape {}",
                    size_text(&sizes)
                )));
            }
            n => known = known.saturating_mul(n as usize),
        }
    }
    let mut out: Shape = sizes.iter().map(|&n| n.max(0) as usize).collect();
    match inferred {
        Some(d) if known > 0 && count.is_multiple_of(known) => out[d] = count / known,
        Some(_) if known == 0 && count == 0 => {
            return Err(TensorError::runtime(format!(
                "cannot reshape tensor of 0 elements into shape {} because the unspecified dimension size -1 can be any \
                 value and is ambiguous",
                size_text(&sizes)
            )));
        }
        None if known == count => {}
        _ => return Err(invalid()),
    }
    Ok(out)
}

/// The array in another shape without copying; `None` when its strides do not allow that.
pub fn view(array: &Array, shape: &Shape) -> Option<Array> {
    if array.is_contiguous() {
        return Some(array.with_shape(shape.clone()));
    }
    // Each run of old dimensions that can be walked as one takes up a run of new ones.
    let mut strides: Strides = Strides::from_elem(0, shape.len());
    let mut new = shape.len();
    let mut run = 1usize;
    let mut step = array.strides().last().copied().unwrap_or(1);
    let (old_shape, old_strides) = (array.shape(), array.strides());
    for d in (0..array.ndim()).rev() {
        run *= old_shape[d];
        let ends = d == 0 || (old_shape[d - 1] != 1 && old_strides[d - 1] != run as isize * step);
        if !ends {
            continue;
        }
        let mut taken = 1usize;
        while new > 0 && (taken < run || shape[new - 1] == 1) {
            strides[new - 1] = taken as isize * step;
            taken *= shape[new - 1];
            new -= 1;
        }
        if taken != run {
            return None;
        }
        if d > 0 {
            step = old_strides[d - 1];
            run = 1;
        }
    }
    (new == 0).then(|| array.with_geometry(shape.clone(), strides, array.offset()))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let shape = wanted(args, array.shape())?;
    match view(&array, &shape) {
        Some(array) => one(array),
        None => Err(TensorError::runtime(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two \
             contiguous subspaces). Use .reshape(...) instead.",
        )),
    }
}
