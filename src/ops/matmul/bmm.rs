//! `torch.bmm(a, b)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bmm",
    signature: "(input, mat2)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The products of two batches of matrices.",
        formula: r"y_b = A_b C_b, \quad y_{bij} = \sum_k a_{bik} c_{bkj}",
        gradients: &[
            ("input", r"\bar{y}_b C_b^\top"),
            ("mat2", r"A_b^\top \bar{y}_b"),
        ],
        shape_rule: "(b x n x k) and (b x k x m) give (b x n x m).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bmm.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "BmmBackward0",
    saves: &[Save::InputFor(1, 0), Save::InputFor(0, 1)],
    examples: &[
        "[2,2,3], [2,3,2]",
        "T[2,2,3], [2,3,1]",
        "[2,2,3], e[2,3,2]",
        "[0,2,3], [0,3,2]",
    ],
    misuses: &[
        ("[2,3], [2,3]", "RuntimeError: batch1 must be a 3D tensor"),
        (
            "[2,3,4], [3,4,5]",
            "RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [3, 4].",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let ((a, dtype), (b, _)) = (args.meta(0)?, args.meta(1)?);
    for (name, shape) in [("batch1", &a), ("batch2", &b)] {
        if shape.len() != 3 {
            return Err(TensorError::runtime(format!("{name} must be a 3D tensor")));
        }
    }
    if a[0] != b[0] || a[2] != b[1] {
        let message = format!(
            "Expected size for first two dimensions of batch2 tensor to be: [{}, {}] but got: [{}, {}].",
            a[0], a[2], b[0], b[1]
        );
        let culprits = if a[0] != b[0] {
            vec![(0, 0), (1, 0)]
        } else {
            vec![(0, 2), (1, 1)]
        };
        return Err(TensorError::runtime(message).with_shapes(ShapeClash {
            op: "bmm".into(),
            rule: "As many matrices in both, and (n x k) @ (k x m) for each.".into(),
            because: format!(
                "The first batch holds {} of {} x {}, the second {} of {} x {}.",
                a[0], a[1], a[2], b[0], b[1], b[2]
            ),
            culprits,
            shapes: vec![a, b],
        }));
    }
    shape_of(smallvec![a[0], a[1], b[2]], dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let (shape, _) = shape(args)?.swap_remove(0);
    let (a, b) = (args.array(0)?, args.array(1)?);
    if a.dtype() != b.dtype() {
        return Err(TensorError::runtime(format!(
            "expected scalar type {} but found {}",
            a.dtype().word(),
            b.dtype().word()
        )));
    }
    one(batch_product(&a, &b, shape)?)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<2>(|input| match input {
        0 => ops::bmm((&grad, &ops::transpose((ctx.tensor(1)?, 1, 2))?)),
        _ => ops::bmm((&ops::transpose((ctx.tensor(0)?, 1, 2))?, &grad)),
    })
}
