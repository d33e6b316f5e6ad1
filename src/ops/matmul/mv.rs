//! `torch.mv(a, v)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mv",
    signature: "(input, vec)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The product of a matrix and a vector.",
        formula: r"y = A v, \quad y_i = \sum_k a_{ik} v_k",
        gradients: &[
            ("input", r"\bar{y} v^\top"),
            ("vec", r"A^\top \bar{y}"),
        ],
        shape_rule: "(n x k) and (k) give (n).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.mv.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MvBackward0",
    saves: &[Save::InputFor(1, 0), Save::InputFor(0, 1)],
    examples: &["[2,3], [3]", "T[2,3], [3]", "[0,3], [3]"],
    misuses: &[(
        "[2,3], [4]",
        "RuntimeError: size mismatch, got input (2), mat (2x3), vec (4)",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let ((a, dtype), v) = (args.meta(0)?, args.shape(1)?);
    if a.len() != 2 || v.len() != 1 {
        return Err(TensorError::runtime(format!(
            "vector + matrix @ vector expected, got {}, {}, {}",
            a.len().min(1),
            a.len(),
            v.len()
        )));
    }
    if a[1] != v[0] {
        let message = format!(
            "size mismatch, got input ({}), mat ({}x{}), vec ({})",
            a[0], a[0], a[1], v[0]
        );
        return Err(TensorError::runtime(message).with_shapes(ShapeClash {
            op: "mv".into(),
            rule: "The vector must be as long as the matrix has columns: (n x k) @ (k).".into(),
            because: format!(
                "The matrix has {} columns, the vector {} elements.",
                a[1], v[0]
            ),
            culprits: vec![(0, 1), (1, 0)],
            shapes: vec![a, v],
        }));
    }
    shape_of(smallvec![a[0]], dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let (a, v) = (args.array(0)?, args.array(1)?);
    let (shape, _) = shape(args)?.swap_remove(0);
    if a.dtype() != v.dtype() {
        return Err(TensorError::runtime(format!(
            "expected m1 and m2 to have the same dtype, but got: {} != {}",
            a.dtype().c_name(),
            v.dtype().c_name()
        )));
    }
    let column = v.with_geometry(
        smallvec![v.numel(), 1],
        smallvec![v.strides()[0], 1],
        v.offset(),
    );
    one(product(&a, &column, shape)?)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<2>(|input| match input {
        0 => ops::mul((&ops::unsqueeze((&grad, 1))?, ctx.tensor(1)?)),
        _ => ops::mv((&ops::t(ctx.tensor(0)?)?, &grad)),
    })
}
