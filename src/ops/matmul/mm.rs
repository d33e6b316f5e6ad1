//! `torch.mm(a, b)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mm",
    signature: "(input, mat2)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The product of two matrices.",
        formula: r"y = A B, \quad y_{ij} = \sum_k a_{ik} b_{kj}",
        gradients: &[
            ("input", r"\bar{y} B^\top"),
            ("mat2", r"A^\top \bar{y}"),
        ],
        shape_rule: "(n x k) and (k x m) give (n x m): the inner sizes must be equal.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.mm.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MmBackward0",
    saves: &[Save::InputFor(1, 0), Save::InputFor(0, 1)],
    examples: &[
        "[2,3], [3,4]",
        "T[2,3], [3,2]",
        "[2,3], T[3,2]",
        "e[2,3], [3,1]",
        "[0,3], [3,2]",
        "[2,0], [0,3]",
        "i[2,3], i[3,2]",
        "f[9,17], f[17,11]",
    ],
    misuses: &[
        (
            "[2,3], [4,5]",
            "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)",
        ),
        (
            "[3], [3,3]",
            "RuntimeError: mm: self must be a matrix, got 1-D tensor",
        ),
        (
            "[3,3], f[3,3]",
            "RuntimeError: expected m1 and m2 to have the same dtype, but got: double != float",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let ((a, dtype), (b, _)) = (args.meta(0)?, args.meta(1)?);
    shape_of(product_shape("mm", ["self", "mat2"], &a, &b)?, dtype)
}

/// The shape of a product of matrices; `op` speaks in errors.
pub fn product_shape(op: &str, names: [&str; 2], a: &Shape, b: &Shape) -> Result<Shape> {
    for (name, shape) in names.into_iter().zip([a, b]) {
        if shape.len() != 2 {
            return Err(TensorError::runtime(format!(
                "{op}: {name} must be a matrix, got {}-D tensor",
                shape.len()
            )));
        }
    }
    if a[1] == b[0] {
        return Ok(smallvec![a[0], b[1]]);
    }
    let message = format!(
        "{op}: mat1 and mat2 shapes cannot be multiplied ({}x{} and {}x{})",
        a[0], a[1], b[0], b[1]
    );
    Err(TensorError::runtime(message).with_shapes(ShapeClash {
        op: op.to_string(),
        shapes: vec![a.clone(), b.clone()],
        rule: "The columns of the first matrix must be as many as the rows of the second: (n x k) @ (k x m).".into(),
        because: format!("The first has {} columns, the second {} rows.", a[1], b[0]),
        culprits: vec![(0, 1), (1, 0)],
    }))
}

fn forward(args: &Args) -> Result<Out> {
    let (a, b) = (args.array(0)?, args.array(1)?);
    let shape = product_shape("mm", ["self", "mat2"], a.shape(), b.shape())?;
    if a.dtype() != b.dtype() {
        return Err(TensorError::runtime(format!(
            "expected m1 and m2 to have the same dtype, but got: {} != {}",
            a.dtype().c_name(),
            b.dtype().c_name()
        )));
    }
    one(product(&a, &b, shape)?)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<2>(|input| match input {
        0 => ops::mm((&grad, &ops::t(ctx.tensor(1)?)?)),
        _ => ops::mm((&ops::t(ctx.tensor(0)?)?, &grad)),
    })
}
