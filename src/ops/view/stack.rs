//! `torch.stack([x, y])`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "stack",
    signature: "(tensors, dim=0)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Puts tensors of equal shape beside each other along a new dimension.",
        formula: "y_k = x_k",
        gradients: &[("tensors", r"\bar{x}_k = \bar{y}_k")],
        shape_rule: "One more size, the number of tensors, at the place given.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.stack.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "StackBackward0",
    examples: &[
        "{[2,3],[2,3]}",
        "{[2],[2],[2]}, 1",
        "{[],[]}",
        "{[2,3],T[2,3]}, -1",
    ],
    misuses: &[
        (
            "{[2,3],[2,2]}",
            "RuntimeError: stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [2, 2] at entry 1",
        ),
        ("{}", "RuntimeError: stack expects a non-empty TensorList"),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let tensors = args.tensor_list(0)?;
    let Some(first) = tensors.first() else {
        return Err(TensorError::runtime("stack expects a non-empty TensorList"));
    };
    let (mut shape, mut dtype) = (first.shape(), first.dtype());
    for (number, tensor) in tensors.iter().enumerate() {
        let other = tensor.shape();
        if other != shape {
            let message = format!(
                "stack expects each tensor to be equal size, but got {} at entry 0 and {} at entry {number}",
                size_text(&shape),
                size_text(&other)
            );
            return Err(TensorError::runtime(message).with_shapes(ShapeClash {
                op: "stack".into(),
                rule: "All tensors must have the same shape.".into(),
                because: format!(
                    "The first is {}, number {number} is {}.",
                    size_text(&shape),
                    size_text(&other)
                ),
                culprits: (0..shape.len().max(other.len()))
                    .filter(|&d| shape.get(d) != other.get(d))
                    .map(|d| (number, d))
                    .collect(),
                shapes: tensors.iter().map(Tensor::shape).collect(),
            }));
        }
        dtype = promote(dtype, tensor.dtype());
    }
    let dim = wrap_dim(args.int(1, 0)?, shape.len() + 1)?;
    shape.insert(dim, tensors.len());
    shape_of(shape, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let (shape, dtype) = shape(args)?.swap_remove(0);
    let dim = wrap_dim(args.int(1, 0)?, shape.len())?;
    let mut parts = Vec::new();
    for tensor in args.tensor_list(0)? {
        parts.push(tensor.array().to_dtype(dtype)?.contiguous()?);
    }
    let (outer, inner) = (numel(&shape[..dim]), numel(&shape[dim + 1..]));
    one(dispatch!(dtype, T => {
        let mut values = budget::room::<T>(numel(&shape))?;
        for block in 0..outer {
            for part in &parts {
                values.extend_from_slice(&part.slice::<T>()[block * inner..][..inner]);
            }
        }
        Array::from_vec(values, shape)
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    (0..args.tensor_list(0)?.len())
        .map(|number| {
            ctx.needs(number)
                .then(|| ops::select_((&grad, args.int(1, 0)?, number)))
                .transpose()
        })
        .collect()
}
