//! `x.scatter_add(0, index, src)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "scatter_add",
    signature: "(input, dim, index, src)",
    forms: Forms::ALL,
    card: Card {
        summary: "Adds each element of a source at the place that the index gives along one dimension.",
        formula: r"y_{k_{ij} j} = x_{k_{ij} j} + \sum s_{ij}",
        gradients: &[("input", r"\bar{y}"), ("src", r"\bar{y}_{k_{ij} j}")],
        shape_rule: "As the input; the index is no larger than the source.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.scatter_add.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ScatterAddBackward0",
    saves: &[Save::Input(2)],
    examples: &[
        "[3,4], 1, i4[3,2], [3,2]",
        "[3,4], 0, i3[2,4], [3,4]",
        "[4], 0, i4[6], [6]",
    ],
    misuses: &[(
        "[2,3], 0, i7[1,3], [1,3]",
        "RuntimeError: index 5 is out of bounds for dimension 0 with size 2",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, index, source) = (args.array(0)?, args.array(2)?, args.array(3)?);
    let lines = Lines::new("scatter", &array, args.dim(1, 0, array.ndim())?, &index)?;
    if source.dtype() != array.dtype() {
        return Err(TensorError::runtime(
            "scatter(): Expected self.dtype to be equal to src.dtype",
        ));
    }
    let source = lines.corner(&source, &index)?;
    let out = array.copied()?;
    dispatch!(array.dtype(), T => {
        let values = source.gather::<T>()?;
        let mut data = out.storage().data_mut::<T>();
        for (&at, &value) in lines.places.iter().zip(&values) {
            data[at] = data[at].plus(value);
        }
    });
    one(out)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<4>(|input| match input {
        0 => Ok(grad.clone()),
        _ => pad_to(
            &ops::gather((&grad, ctx.args().at(1), ctx.tensor(2)?))?,
            &ctx.shape(3)?,
        ),
    })
}

/// Elements of the source beyond the index have gradient 0.
pub fn pad_to(grad: &Tensor, shape: &Shape) -> Result<Tensor> {
    let mut grad = grad.clone();
    for (dim, &size) in shape.iter().enumerate() {
        let mut whole = grad.shape();
        if whole[dim] != size {
            whole[dim] = size;
            grad = ops::slice_backward((&grad, &whole, dim, 0, 1))?;
        }
    }
    Ok(grad)
}
