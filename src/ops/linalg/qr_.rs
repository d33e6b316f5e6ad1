//! `torch.linalg.qr(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_qr",
    signature: "(A, mode='reduced')",
    forms: Forms::LINALG,
    card: Card {
        summary: "An orthogonal matrix times an upper triangular one.",
        formula: r"A = Q R, \quad Q^\top Q = I",
        gradients: &[(
            "A",
            r"\left( \bar{Q} + Q \operatorname{sym}(M) \right) R^{-\top}, \; M = R \bar{R}^\top - \bar{Q}^\top Q \text{, where sym mirrors the lower triangle upwards}",
        )],
        shape_rule: "Q m by k, R k by n; k is the smaller of m and n, or m with mode='complete'.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.qr.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgQrBackward0",
    saves: &[Save::Output(0), Save::Output(1)],
    returns: Returns::Named("linalg_qr", &["Q", "R"]),
    examples: &["[2,2]", "[3,2]", "[2,3,2]", "f[2,3]", "f[3,2], 'complete'"],
    ..Op::BASE
};

fn size(args: &Args, name: &str) -> Result<(usize, usize, usize)> {
    let (m, n) = matrix_size(name, &args.array(0)?)?;
    let k = match args.text(1, "reduced")? {
        "complete" => m,
        "reduced" | "r" => m.min(n),
        mode => {
            return Err(TensorError::runtime(format!(
                "qr received unrecognized mode '{mode}' but expected one of 'reduced' (default), 'r', or 'complete'"
            )));
        }
    };
    Ok((m, n, k))
}

fn shape(args: &Args) -> Result<Shapes> {
    let ((shape, dtype), (m, n, k)) = (args.meta(0)?, size(args, "linalg.qr")?);
    let with = |rows: usize, columns: usize| {
        let mut shape = Shape::from_slice(&shape[..shape.len() - 2]);
        shape.extend([rows, columns]);
        (shape, dtype)
    };
    Ok(smallvec![with(m, k), with(k, n)])
}

fn forward(args: &Args) -> Result<Out> {
    let (array, (m, n, k)) = (args.array(0)?, size(args, "linalg.qr")?);
    Ok(dispatch_real!(array.dtype(), T => each_matrix::<T, 2>(&array, [&[m, k], &[k, n]], |a, _, [q, r]| {
        qr(a, (m, n), k, q, r);
        Ok(())
    })?, _ => return Err(not_implemented("linalg", array.dtype()))).into_iter().collect())
}

/// For m >= n: (Gq + Q copyltu(M)) R^-T with M = R Gr^T - Gq^T Q.
fn backward(ctx: &Context) -> Result<Grads> {
    let (q, r) = (ctx.output(0)?, ctx.output(1)?);
    let (m, n) = (q.shape()[q.ndim() - 2], r.shape()[r.ndim() - 1]);
    if m < n || q.shape()[q.ndim() - 1] != n {
        return Err(TensorError::runtime(
            "The QR decomposition is not differentiable when mode='complete' and nrows > ncols, or when nrows < ncols here.",
        ));
    }
    let (gq, gr) = (ctx.grad_of(0)?, ctx.grad_of(1)?);
    let m = ops::sub((
        &ops::matmul((&r, &ops::mT(&gr)?))?,
        &ops::matmul((&ops::mT(&gq)?, &q))?,
    ))?;
    // The lower triangle mirrored upwards.
    let mask = |keep: fn(usize, usize) -> bool| {
        let values = (0..n * n)
            .map(|k| f64::from(u8::from(keep(k / n, k % n))))
            .collect::<Vec<_>>();
        Array::from_vec(values, [n, n].as_slice())
            .to_dtype(q.dtype())
            .map(Tensor::new)
    };
    let lower = ops::mul((&m, &mask(|i, j| i >= j)?))?;
    let strict = ops::mul((&m, &mask(|i, j| i > j)?))?;
    let mirrored = ops::add((&lower, &ops::mT(&strict)?))?;
    let sum = ops::add((&gq, &ops::matmul((&q, &mirrored))?))?;
    // X R^T = sum, solved as R X^T = sum^T.
    let solved = ops::solve((&r, &ops::mT(&sum)?))?;
    ctx.only(ops::mT(&solved)?)
}
