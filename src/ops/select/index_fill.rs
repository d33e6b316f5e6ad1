//! `x.index_fill(0, index, value)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "index_fill",
    signature: "(input, dim, index, value)",
    forms: Forms::ALL,
    card: Card {
        summary: "Sets the slices that an index names to one value.",
        formula: r"y_k = v \text{ if } k \in \{k_i\} \text{, else } x_k",
        gradients: &[("input", r"\bar{y}_k \text{, 0 where set}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.index_fill_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "IndexFillBackward0",
    saves: &[Save::Input(2)],
    examples: &["[4,3], 0, i4[2], 1.5", "[2,4], 1, i4[3], 0"],
    misuses: &[],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let along = Along::new(array.shape(), args.dim(1, 0, array.ndim())?);
    let index = along.index(args, 2)?;
    let array = array.copied()?;
    dispatch!(array.dtype(), T => along.fill(&array, &index, T::from_f64(args.float(3, 0.0)?)));
    one(array)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let args = ctx.args();
    ctx.only(ops::index_fill((
        &ctx.grad()?,
        args.at(1),
        ctx.tensor(2)?,
        0.0,
    ))?)
}
