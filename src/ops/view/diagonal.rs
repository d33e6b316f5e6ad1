//! `x.diagonal()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "diagonal",
    signature: "(input, offset=0, dim1=0, dim2=1)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The diagonal of each matrix, without copying.",
        formula: "y_i = x_{i, i + k}",
        gradients: &[("input", r"\bar{y} \text{ on the diagonal, 0 elsewhere}")],
        shape_rule: "Without the two dimensions; the diagonal's length is the last size.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.diagonal.html",
    },
    shape: Some(|args| {
        let output = part(args)?;
        shape_of(output.shape().clone(), output.dtype())
    }),
    forward: Forward::Kernel(|args| one(part(args)?)),
    backward: Some(backward),
    grad_fn: "DiagonalBackward0",
    view: true,
    examples: &[
        "[3,3]",
        "[2,3], 1",
        "[3,2], -1",
        "[2,3,4], 0, 0, 2",
        "[2,2], 5",
    ],
    ..Op::BASE
};

fn part(args: &Args) -> Result<Array> {
    diagonal_of(&args.array(0)?, args)
}

fn diagonal_of(array: &Array, args: &Args) -> Result<Array> {
    let (offset, n) = (args.int(1, 0)?, array.ndim());
    let (a, b) = (args.dim(2, 0, n)?, args.dim(3, 1, n)?);
    if a == b {
        return Err(TensorError::runtime(format!(
            "diagonal dimensions cannot be identical {a}, {b}"
        )));
    }
    let (rows, columns) = (array.shape()[a] as i64, array.shape()[b] as i64);
    let length = if offset >= 0 {
        rows.min(columns - offset)
    } else {
        (rows + offset).min(columns)
    }
    .max(0);
    let (mut shape, mut strides) = (Shape::new(), Strides::new());
    for d in (0..n).filter(|&d| d != a && d != b) {
        shape.push(array.shape()[d]);
        strides.push(array.strides()[d]);
    }
    shape.push(length as usize);
    strides.push(array.strides()[a] + array.strides()[b]);
    let start = if offset >= 0 {
        offset as isize * array.strides()[b]
    } else {
        -offset as isize * array.strides()[a]
    };
    let start = if length == 0 { 0 } else { start };
    Ok(array.with_geometry(shape, strides, (array.offset() as isize + start) as usize))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    // The place of each diagonal element, numbered row by row.
    let numbers = Array::from_vec((0..numel(&shape) as i64).collect::<Vec<_>>(), shape.clone());
    let places = diagonal_of(&numbers, ctx.args())?.gather::<i64>()?;
    let count = places.len();
    let flat = ops::zeros(&smallvec![numel(&shape)], ctx.dtype(0)?)?;
    let grad = ops::reshape((&ctx.grad()?, -1))?;
    let whole = ops::index_add((&flat, 0, &Tensor::from_vec(places, &[count]), &grad))?;
    ctx.only(ops::reshape((&whole, &shape))?)
}
