//! `x.unfold(0, 3, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "unfold",
    signature: "(input, dimension, size, step)",
    forms: Forms::METHOD,
    card: Card {
        summary: "Windows that slide along a dimension, without copying.",
        formula: "y_{ij} = x_{i s + j}",
        gradients: &[("input", r"\bar{x}_k = \sum_{i s + j = k} \bar{y}_{ij}")],
        shape_rule: "The dimension becomes the number of windows; their length is the last size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.unfold.html",
    },
    shape: Some(|args| {
        let output = windows(&args.array(0)?, args)?;
        shape_of(output.shape().clone(), output.dtype())
    }),
    forward: Forward::Kernel(|args| one(windows(&args.array(0)?, args)?)),
    backward: Some(backward),
    grad_fn: "UnfoldBackward0",
    view: true,
    examples: &["[5], 0, 2, 1", "[2,6], 1, 3, 2", "[4,2], 0, 2, 2"],
    misuses: &[(
        "[3], 0, 5, 1",
        "RuntimeError: maximum size for tensor at dimension 0 is 3 but size is 5",
    )],
    ..Op::BASE
};

fn windows(array: &Array, args: &Args) -> Result<Array> {
    let (dim, length, step) = (
        args.dim(1, 0, array.ndim())?,
        args.int(2, 1)?,
        args.int(3, 1)?,
    );
    let size = array.shape().get(dim).copied().unwrap_or(1) as i64;
    if length > size {
        return Err(TensorError::runtime(format!(
            "maximum size for tensor at dimension {dim} is {size} but size is {length}"
        )));
    }
    if step <= 0 {
        return Err(TensorError::runtime(format!(
            "step is {step} but must be > 0"
        )));
    }
    let (mut shape, mut strides) = (array.shape().clone(), array.strides().clone());
    shape[dim] = ((size - length) / step + 1) as usize;
    shape.push(length as usize);
    strides.push(strides[dim]);
    strides[dim] *= step as isize;
    Ok(array.with_geometry(shape, strides, array.offset()))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let numbers = Array::from_vec((0..numel(&shape) as i64).collect::<Vec<_>>(), shape.clone());
    let places = windows(&numbers, ctx.args())?.gather::<i64>()?;
    let count = places.len();
    let flat = ops::zeros(&smallvec![numel(&shape)], ctx.dtype(0)?)?;
    let grad = ops::reshape((&ctx.grad()?, -1))?;
    let whole = ops::index_add((&flat, 0, &Tensor::from_vec(places, &[count]), &grad))?;
    ctx.only(ops::reshape((&whole, &shape))?)
}
