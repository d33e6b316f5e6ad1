//! `x.unbind(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "unbind",
    signature: "(input, dim=0)",
    forms: Forms::BOTH,
    card: Card {
        summary: "All slices of a dimension, which disappears; without copying.",
        formula: "y_k = x_k",
        gradients: &[("input", r"\text{the } \bar{y}_k \text{ stacked}")],
        shape_rule: "One output for each slice, without the dimension.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.unbind.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "UnbindBackward0",
    returns: Returns::Tuple,
    view: true,
    examples: &["[2,3]", "[2,3], 1", "T[3,2], -1"],
    misuses: &[(
        "[]",
        "IndexError: Dimension specified as 0 but tensor has no dimensions",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    if shape.is_empty() {
        return Err(TensorError::index(
            "Dimension specified as 0 but tensor has no dimensions",
        ));
    }
    let count = shape.remove(args.dim(1, 0, shape.len())?);
    Ok((0..count).map(|_| (shape.clone(), dtype)).collect())
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let shapes = shape(args)?;
    let dim = args.dim(1, 0, array.ndim())?;
    let mut strides = array.strides().clone();
    let stride = strides.remove(dim);
    let place = |number: usize| (array.offset() as isize + number as isize * stride) as usize;
    Ok(shapes
        .into_iter()
        .enumerate()
        .map(|(i, (shape, _))| array.with_geometry(shape, strides.clone(), place(i)))
        .collect())
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let dim = ctx.args().dim(1, 0, shape.len())?;
    let parts: Vec<Tensor> = (0..shape[dim])
        .map(|number| ctx.grad_of(number))
        .collect::<Result<_>>()?;
    ctx.only(ops::stack((parts, dim))?)
}
