//! `x.t()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "t",
    signature: "(input)",
    forms: Forms::ALL,
    card: Card {
        summary: "A matrix with rows and columns swapped, without copying; a vector stays as it is.",
        formula: "y_{ji} = x_{ij}",
        gradients: &[("input", r"\bar{y}^\top")],
        shape_rule: "(n x m) gives (m x n).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.t.html",
    },
    shape: Some(|args| {
        let output = transposed(&args.array(0)?)?;
        shape_of(output.shape().clone(), output.dtype())
    }),
    forward: Forward::Kernel(|args| one(transposed(&args.array(0)?)?)),
    backward: Some(|ctx| ctx.only(ops::t(&ctx.grad()?)?)),
    grad_fn: "TBackward0",
    view: true,
    examples: &["[2,3]", "[3]", "T[2,3]", "[0,2]"],
    misuses: &[(
        "[2,3,4]",
        "RuntimeError: t() expects a tensor with <= 2 dimensions, but self is 3D",
    )],
    ..Op::BASE
};

fn transposed(array: &Array) -> Result<Array> {
    match array.ndim() {
        0 | 1 => Ok(array.clone()),
        2 => Ok(super::transpose::swapped(array, 0, 1)),
        n => Err(TensorError::runtime(format!(
            "t() expects a tensor with <= 2 dimensions, but self is {n}D"
        ))),
    }
}
