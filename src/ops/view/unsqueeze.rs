//! `x.unsqueeze(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "unsqueeze",
    signature: "(input, dim)",
    forms: Forms::ALL,
    card: Card {
        summary: "Puts in a dimension of size 1.",
        formula: "y_{i0} = x_i",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "One more size, 1, at the place given.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.unsqueeze.html",
    },
    shape: Some(|args| {
        let output = unsqueezed(args)?;
        shape_of(output.shape().clone(), output.dtype())
    }),
    forward: Forward::Kernel(|args| one(unsqueezed(args)?)),
    backward: Some(|ctx| ctx.only(ops::reshape((&ctx.grad()?, &ctx.shape(0)?))?)),
    grad_fn: "UnsqueezeBackward0",
    view: true,
    examples: &["[2,3], 0", "[2,3], -1", "[], 0"],
    misuses: &[(
        "[2,3], 5",
        "IndexError: Dimension out of range (expected to be in range of [-3, 2], but got 5)",
    )],
    ..Op::BASE
};

fn unsqueezed(args: &Args) -> Result<Array> {
    let array = args.array(0)?;
    let dim = wrap_dim(args.int(1, 0)?, array.ndim() + 1)?;
    let (mut shape, mut strides) = (array.shape().clone(), array.strides().clone());
    let stride = if dim < array.ndim() {
        shape[dim] as isize * strides[dim]
    } else {
        1
    };
    shape.insert(dim, 1);
    strides.insert(dim, stride);
    Ok(array.with_geometry(shape, strides, array.offset()))
}
