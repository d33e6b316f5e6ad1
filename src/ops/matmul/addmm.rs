//! `torch.addmm(bias, a, b)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "addmm",
    signature: "(input, mat1, mat2, *, beta=1, alpha=1)",
    forms: Forms::ALL,
    card: Card {
        summary: "The product of two matrices, plus a third operand: a linear layer in one step.",
        formula: r"y = \beta C + \alpha A B",
        gradients: &[
            ("input", r"\beta \bar{y} \text{, summed over what was expanded}"),
            ("mat1", r"\alpha \bar{y} B^\top"),
            ("mat2", r"\alpha A^\top \bar{y}"),
        ],
        shape_rule: "(n x k) and (k x m) give (n x m); the input is expanded to that.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.addmm.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "AddmmBackward0",
    saves: &[Save::InputFor(2, 1), Save::InputFor(1, 2)],
    examples: &[
        "[4], [2,3], [3,4]",
        "[2,1], T[2,3], [3,4]",
        "[2,2], [2,3], [3,2], beta=0.5, alpha=2.0",
        "[], [2,3], [3,1]",
        "[2], [0,3], [3,2]",
        "[2], [3,0], [0,2]",
    ],
    misuses: &[
        (
            "[3], [2,3], [4,3]",
            "RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x3)",
        ),
        (
            "[4], [2,3], [3,3]",
            "RuntimeError: The expanded size of the tensor (3) must match the existing size (4) at non-singleton dimension 1.  Target sizes: [2, 3].  Tensor sizes: [4]",
        ),
        (
            "f[3], i[2,3], f[3,3]",
            "RuntimeError: mat1 and mat2 must have the same dtype, but got Long and Float",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let ((a, dtype), (b, _)) = (args.meta(1)?, args.meta(2)?);
    shape_of(
        super::mm::product_shape("addmm", ["mat1", "mat2"], &a, &b)?,
        dtype,
    )
}

fn forward(args: &Args) -> Result<Out> {
    let (c, a, b) = (args.array(0)?, args.array(1)?, args.array(2)?);
    if a.dtype() != b.dtype() {
        return Err(TensorError::runtime(format!(
            "mat1 and mat2 must have the same dtype, but got {} and {}",
            a.dtype().word(),
            b.dtype().word()
        )));
    }
    if c.dtype() != a.dtype() {
        return Err(TensorError::runtime(
            "self and mat2 must have the same dtype",
        ));
    }
    let shape = super::mm::product_shape("addmm", ["mat1", "mat2"], a.shape(), b.shape())?;
    let Some(strides) = expand_strides(c.shape(), c.strides(), &shape) else {
        return Err(expand_error(c.shape(), &shape));
    };
    let (beta, alpha) = (args.float(3, 1.0)?, args.float(4, 1.0)?);
    let c = c.with_geometry(shape.clone(), strides, c.offset());
    one(add_product(&c, &a, &b, shape, beta, alpha)?)
}

fn expand_error(from: &Shape, to: &Shape) -> TensorError {
    let lead = to.len().saturating_sub(from.len());
    let clash = from
        .iter()
        .enumerate()
        .rev()
        .find(|&(d, &n)| n != 1 && to.get(lead + d) != Some(&n));
    let (d, n) = clash.map_or((0, 0), |(d, &n)| (d, n));
    TensorError::runtime(format!(
        "The expanded size of the tensor ({}) must match the existing size ({n}) at non-singleton dimension {}.  Target \
         sizes: {}.  Tensor sizes: {}",
        to.get(lead + d).copied().unwrap_or_default(),
        lead + d,
        size_text(to),
        size_text(from)
    ))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let (beta, alpha) = (args.float(3, 1.0)?, args.float(4, 1.0)?);
    let scaled = |tensor: Tensor, factor: f64| {
        if factor == 1.0 {
            Ok(tensor)
        } else {
            ops::mul((&tensor, factor))
        }
    };
    ctx.each::<3>(|input| match input {
        0 => scaled(grad.clone(), beta),
        1 => scaled(ops::mm((&grad, &ops::t(ctx.tensor(2)?)?))?, alpha),
        _ => scaled(ops::mm((&ops::t(ctx.tensor(1)?)?, &grad))?, alpha),
    })
}
