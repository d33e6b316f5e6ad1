//! `x @ y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "matmul",
    signature: "(input, other)",
    forms: Forms::BOTH,
    operators: &["__matmul__"],
    card: Card {
        summary: "The matrix product: of vectors a number, of matrices a matrix, of more dimensions a batch of products, broadcast.",
        formula: r"y_{\dots ij} = \sum_k x_{\dots ik} z_{\dots kj}",
        gradients: &[("input", r"\bar{y} z^\top"), ("other", r"x^\top \bar{y}")],
        shape_rule: "The last dimension of the first and the last but one of the second must be equal and disappear; a vector counts as one row or column; the dimensions before are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.matmul.html",
    },
    shape: Some(shape),
    forward: Forward::Composite(compose),
    examples: &[
        "[3], [3]",
        "[2,3], [3]",
        "[3], [3,2]",
        "[2,3], [3,2]",
        "[2,2,3], [3,2]",
        "[2,2,3], [3]",
        "[3], [2,3,2]",
        "[2,2,3], [2,3,2]",
        "[2,1,2,3], [3,3,1]",
        "T[2,2,3], T[3,2]",
        "[0,2,3], [3,2]",
    ],
    misuses: &[
        (
            "[2,3], [4,5]",
            "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)",
        ),
        (
            "[], [3]",
            "RuntimeError: both arguments to matmul need to be at least 1D, but they are 0D and 1D",
        ),
        (
            "[2,3,4], [3,4,5]",
            "RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
        ),
        (
            "[2,3,4], [2,3,5]",
            "RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [2, 3].",
        ),
        (
            "[2,3,4], [5,6]",
            "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (6x4 and 5x6)",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let ((a, dtype), b) = (args.meta(0)?, args.shape(1)?);
    let mut batch = broadcast(
        "matmul",
        &a[..a.len().saturating_sub(2)],
        &b[..b.len().saturating_sub(2)],
    )?;
    if a.len() >= 2 {
        batch.push(a[a.len() - 2]);
    }
    if b.len() >= 2 {
        batch.push(b[b.len() - 1]);
    }
    shape_of(batch, dtype)
}

fn compose(args: &Args) -> Result<Outputs> {
    let (a, b) = (args.tensor(0)?, args.tensor(1)?);
    Ok(smallvec![match (a.ndim(), b.ndim()) {
        (0, _) | (_, 0) => {
            return Err(TensorError::runtime(format!(
                "both arguments to matmul need to be at least 1D, but they are {}D and {}D",
                a.ndim(),
                b.ndim()
            )));
        }
        (1, 1) => ops::dot((a, b))?,
        (2, 1) => ops::mv((a, b))?,
        (1, 2) => ops::squeeze((&ops::mm((&ops::unsqueeze((a, 0))?, b))?, 0))?,
        (2, 2) => ops::mm((a, b))?,
        // Many rows times one matrix: one large product.
        (_, 1) => {
            let a_shape = a.shape();
            let rows = ops::reshape((a, &[-1, b.numel() as i64][..]))?;
            ops::unsafe_view((
                &ops::mv((&rows, b))?,
                &Shape::from_slice(&a_shape[..a_shape.len() - 1]),
            ))?
        }
        (_, 2) => {
            let mut shape = a.shape();
            let inner = shape.pop().unwrap_or(1);
            let count = numel(&shape) as i64;
            let rows = ops::reshape((a, &[count, inner as i64][..]))?;
            shape.push(b.shape()[1]);
            ops::unsafe_view((&ops::mm((&rows, b))?, &shape))?
        }
        _ => batched(a, b)?,
    }])
}

/// At least one operand has three dimensions or more: broadcasts the batch dimensions and multiplies as one batch.
fn batched(a: &Tensor, b: &Tensor) -> Result<Tensor> {
    let row = a.ndim() == 1;
    let a = if row {
        ops::unsqueeze((a, 0))?
    } else {
        a.clone()
    };
    let (a_shape, b_shape) = (a.shape(), b.shape());
    let (a_split, b_split) = (a_shape.len() - 2, b_shape.len() - 2);
    let batch = broadcast("matmul", &a_shape[..a_split], &b_shape[..b_split])?;
    let flat = |tensor: &Tensor, matrix: &[usize]| -> Result<Tensor> {
        let mut full = batch.clone();
        full.extend_from_slice(matrix);
        let expanded = if tensor.array().shape() == &full {
            tensor.clone()
        } else {
            ops::expand((tensor, &full))?
        };
        ops::reshape((
            &expanded,
            &Shape::from_slice(&[numel(&batch), matrix[0], matrix[1]]),
        ))
    };
    let product = ops::bmm((
        &flat(&a, &a_shape[a_split..])?,
        &flat(b, &b_shape[b_split..])?,
    ))?;
    let mut shape = batch.clone();
    if !row {
        shape.push(a_shape[a_split]);
    }
    shape.push(b_shape[b_split + 1]);
    ops::unsafe_view((&product, &shape))
}
