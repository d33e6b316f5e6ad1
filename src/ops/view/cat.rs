//! `torch.cat([x, y], 0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cat",
    aliases: &["concat", "concatenate"],
    signature: "(tensors, dim=0)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Joins tensors end to end along a dimension.",
        formula: r"y = [x_1; x_2; \dots]",
        gradients: &[("tensors", r"\bar{x}_k = \text{its part of } \bar{y}")],
        shape_rule: "All sizes but that of the dimension must be equal; those are added up.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.cat.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "CatBackward0",
    examples: &[
        "{[2,3],[1,3]}",
        "{[2,2],[2,1],[2,3]}, 1",
        "{[2,3],T[2,3]}, -1",
        "{[0],[2,3]}",
        "{i[2],[3]}",
    ],
    misuses: &[
        (
            "{[2,3],[2,2]}",
            "RuntimeError: Sizes of tensors must match except in dimension 0. Expected size 3 but got size 2 for tensor number 1 in the list.",
        ),
        (
            "{[2,3],[3]}",
            "RuntimeError: Tensors must have same number of dimensions: got 2 and 1",
        ),
        (
            "{}",
            "ValueError: torch.cat(): expected a non-empty list of Tensors",
        ),
        (
            "{[2,3]}, 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let tensors = args.tensor_list(0)?;
    let Some(first) = tensors
        .iter()
        .find(|t| !is_empty_vector(t))
        .or(tensors.first())
    else {
        return Err(TensorError::value(
            "torch.cat(): expected a non-empty list of Tensors",
        ));
    };
    let mut shape = first.shape();
    let dim = args.dim(1, 0, shape.len())?;
    if shape.is_empty() {
        return Err(TensorError::runtime(
            "zero-dimensional tensor (at position 0) cannot be concatenated",
        ));
    }
    shape[dim] = 0;
    let mut dtype = first.dtype();
    for (number, tensor) in tensors
        .iter()
        .enumerate()
        .filter(|(_, t)| !is_empty_vector(t))
    {
        let other = tensor.shape();
        dtype = promote(dtype, tensor.dtype());
        if other.len() != shape.len() {
            return Err(TensorError::runtime(format!(
                "Tensors must have same number of dimensions: got {} and {}",
                shape.len(),
                other.len()
            )));
        }
        let wrong = (0..shape.len()).find(|&d| d != dim && shape[d] != other[d]);
        if let Some(axis) = wrong {
            let message = format!(
                "Sizes of tensors must match except in dimension {dim}. Expected size {} but got size {} for tensor number \
                 {number} in the list.",
                shape[axis], other[axis]
            );
            return Err(TensorError::runtime(message).with_shapes(ShapeClash {
                op: "cat".into(),
                shapes: tensors.iter().map(Tensor::shape).collect(),
                rule: "All sizes must be equal but the one along which the tensors are joined."
                    .into(),
                because: format!(
                    "In dimension {axis} the sizes are {} and {}.",
                    shape[axis], other[axis]
                ),
                culprits: vec![(0, axis), (number, axis)],
            }));
        }
        shape[dim] += other[dim];
    }
    shape_of(shape, dtype)
}

/// PyTorch skips vectors without elements, whatever the other shapes.
fn is_empty_vector(tensor: &Tensor) -> bool {
    tensor.array().shape().as_slice() == [0]
}

fn forward(args: &Args) -> Result<Out> {
    let (shape, dtype) = shape(args)?.swap_remove(0);
    let dim = args.dim(1, 0, shape.len())?;
    let mut parts = Vec::new();
    for tensor in args.tensor_list(0)?.iter().filter(|t| !is_empty_vector(t)) {
        parts.push(tensor.array().to_dtype(dtype)?.contiguous()?);
    }
    let outer = numel(&shape[..dim]);
    one(dispatch!(dtype, T => {
        let mut values = budget::room::<T>(numel(&shape))?;
        for block in 0..outer {
            for part in &parts {
                let length = part.numel() / outer;
                values.extend_from_slice(&part.slice::<T>()[block * length..][..length]);
            }
        }
        Array::from_vec(values, shape)
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let mut start = 0;
    args.tensor_list(0)?
        .iter()
        .enumerate()
        .map(|(number, tensor)| {
            if is_empty_vector(tensor) {
                return ops::zeros_like(tensor).map(Some);
            }
            let dim = args.dim(1, 0, tensor.ndim())?;
            let length = tensor.shape()[dim];
            start += length;
            ctx.needs(number)
                .then(|| ops::narrow((&grad, dim, start - length, length)))
                .transpose()
        })
        .collect()
}
