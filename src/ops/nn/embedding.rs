//! `torch.embedding(weight, indices)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "embedding",
    signature: "(weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The rows of a table that the indices number.",
        formula: "y_i = W_{k_i}",
        gradients: &[(
            "weight",
            r"\sum_{i: k_i = k} \bar{y}_i \text{ in row } k \text{, 0 in that of padding\_idx}",
        )],
        shape_rule: "The shape of the indices, then the length of a row.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.embedding.html",
    },
    shape: Some(|args| {
        let ((weight, dtype), mut shape) = (args.meta(0)?, args.shape(1)?);
        shape.extend_from_slice(&weight[1..]);
        shape_of(shape, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "EmbeddingBackward0",
    saves: &[Save::Input(1)],
    examples: &[
        "[5,3], i5[4]",
        "[5,3], i5[2,3]",
        "[5,3], i5[]",
        "[5,2], i5[4], 1",
    ],
    misuses: &[
        ("[3,2], i7[4]", "IndexError: index out of range in self"),
        (
            "[3,2], f[1]",
            "RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch.FloatTensor instead (while checking arguments for embedding)",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (weight, indices) = (args.array(0)?, args.array(1)?);
    if weight.ndim() != 2 {
        return Err(TensorError::runtime("'weight' must be 2-D"));
    }
    if !matches!(indices.dtype(), DType::I32 | DType::I64) {
        return Err(TensorError::runtime(format!(
            "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got \
             torch.{}Tensor instead (while checking arguments for embedding)",
            indices.dtype().word()
        )));
    }
    let along = Along::new(weight.shape(), 0);
    let flat = Args::from((args.at(0), &Tensor::new(flattened(&indices)?)));
    let rows = along.index(&flat, 1)?;
    let mut shape = indices.shape().clone();
    shape.push(weight.shape()[1]);
    let weight = weight.contiguous()?;
    one(dispatch!(weight.dtype(), T => along.pick::<T>(&weight, &rows, shape)?))
}

fn flattened(indices: &Array) -> Result<Array> {
    Ok(indices
        .contiguous()?
        .with_shape(Shape::from_slice(&[indices.numel()])))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad, shape) = (ctx.args(), ctx.grad()?, ctx.shape(0)?);
    let indices = Tensor::new(flattened(&args.array(1)?)?);
    let padding = args.int(2, -1)?;
    let mut rows = ops::reshape((&grad, &[indices.numel() as i64, shape[1] as i64][..]))?;
    if args.flag(3, false)? {
        let counts = ops::index_add((
            &ops::zeros(&smallvec![shape[0]], grad.dtype())?,
            0,
            &indices,
            &Tensor::new(Array::ones(indices.shape(), grad.dtype())?),
        ))?;
        rows = ops::div((
            &rows,
            &ops::unsqueeze((&ops::index_select((&counts, 0, &indices))?, 1))?,
        ))?;
    }
    let sums = ops::index_add((&ops::zeros(&shape, grad.dtype())?, 0, &indices, &rows))?;
    let padding = if padding < -1 {
        padding + shape[0] as i64
    } else {
        padding
    };
    if padding < 0 {
        return ctx.only(sums);
    }
    ctx.only(ops::index_fill((
        &sums,
        0,
        &Tensor::from_vec(vec![padding], &[1]),
        0.0,
    ))?)
}
