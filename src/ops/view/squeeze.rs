//! `x.squeeze(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "squeeze",
    signature: "(input, dim=None)",
    forms: Forms::ALL,
    card: Card {
        summary: "Drops dimensions of size 1: all, or those named.",
        formula: "y_i = x_{i0}",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "Without the sizes of 1.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.squeeze.html",
    },
    shape: Some(|args| {
        let output = squeezed(args)?;
        shape_of(output.shape().clone(), output.dtype())
    }),
    forward: Forward::Kernel(|args| one(squeezed(args)?)),
    backward: Some(|ctx| ctx.only(ops::reshape((&ctx.grad()?, &ctx.shape(0)?))?)),
    grad_fn: "SqueezeBackward0",
    grad_fn_of: Some(|args| match args.at(1) {
        Arg::None => "SqueezeBackward0",
        Arg::Int(_) => "SqueezeBackward1",
        _ => "SqueezeBackward2",
    }),
    view: true,
    examples: &["[1,3,1]", "[1,3,1], 0", "[1,3,1], (0,2)", "[2,3], 0", "[]"],
    misuses: &[(
        "[2,3], 5",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 5)",
    )],
    ..Op::BASE
};

fn squeezed(args: &Args) -> Result<Array> {
    let array = args.array(0)?;
    let dims: Option<Vec<usize>> = match args.ints(1)? {
        None => None,
        Some(dims) => Some(
            dims.iter()
                .map(|&dim| wrap_dim(dim, array.ndim()))
                .collect::<Result<_>>()?,
        ),
    };
    let keep =
        |d: &usize| array.shape()[*d] != 1 || dims.as_ref().is_some_and(|dims| !dims.contains(d));
    let kept: Vec<usize> = (0..array.ndim()).filter(keep).collect();
    let shape = kept.iter().map(|&d| array.shape()[d]).collect();
    let strides = kept.iter().map(|&d| array.strides()[d]).collect();
    Ok(array.with_geometry(shape, strides, array.offset()))
}
