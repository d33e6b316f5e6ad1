//! `torch.linalg.svd(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_svd",
    signature: "(A, full_matrices=True)",
    forms: Forms::LINALG,
    card: Card {
        summary: "The singular value decomposition: rotation, scaling (descending), rotation. The signs of the vectors are free.",
        formula: r"A = U \operatorname{diag}(s) V^\top",
        gradients: &[(
            "A",
            r"\begin{aligned} & U \left( \bar{S} + (F \odot K_U) S + S (F \odot K_V) \right) V^\top \\ & + (I - U U^\top) \bar{U} S^{-1} V^\top + U S^{-1} \bar{V}^\top (I - V V^\top) \\ & K_U = U^\top \bar{U} - \bar{U}^\top U, \; K_V = V^\top \bar{V} - \bar{V}^\top V, \\ & F_{ij} = 1 / (s_j^2 - s_i^2), \; F_{ii} = 0 \end{aligned}",
        )],
        shape_rule: "U m by k, S k, Vh k by n; k is the smaller of m and n. With full_matrices U is m by m and Vh n by n.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.svd.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgSvdBackward0",
    saves: &[Save::Output(0), Save::Output(1), Save::Output(2)],
    returns: Returns::Named("linalg_svd", &["U", "S", "Vh"]),
    examples: &[
        "[2,2], False",
        "[3,2], False",
        "[2,3], False",
        "[2,3,2], False",
        "f[3,2]",
        "f[2,3]",
    ],
    ..Op::BASE
};

fn sizes(args: &Args) -> Result<(usize, usize, bool)> {
    let (m, n) = matrix_size("linalg.svd", &args.array(0)?)?;
    Ok((m, n, args.flag(1, true)?))
}

fn shape(args: &Args) -> Result<Shapes> {
    let ((shape, dtype), (m, n, full)) = (args.meta(0)?, sizes(args)?);
    let k = m.min(n);
    let with = |tail: &[usize]| {
        let mut shape = Shape::from_slice(&shape[..shape.len() - 2]);
        shape.extend_from_slice(tail);
        (shape, dtype)
    };
    let (rows, columns) = if full { (m, n) } else { (k, k) };
    Ok(smallvec![with(&[m, rows]), with(&[k]), with(&[columns, n])])
}

fn forward(args: &Args) -> Result<Out> {
    let (array, (m, n, full)) = (args.array(0)?, sizes(args)?);
    let k = m.min(n);
    let (rows, columns) = if full { (m, n) } else { (k, k) };
    let shapes: [&[usize]; 3] = [&[m, rows], &[k], &[columns, n]];
    Ok(
        dispatch_real!(array.dtype(), T => each_matrix::<T, 3>(&array, shapes, |a, _, [u, s, vt]| {
        let (mut left, mut right) = (vec![T::ZERO; m * k], vec![T::ZERO; k * n]);
        svd(a, (m, n), &mut left, s, &mut right);
        complete(&left, m, k, rows, u);
        // The rows of V^T are the columns of V.
        let turned: Vec<T> = (0..n * k).map(|at| right[at % k * n + at / k]).collect();
        let mut v = vec![T::ZERO; n * columns];
        complete(&turned, n, k, columns, &mut v);
        for (at, x) in vt.iter_mut().enumerate() {
            *x = v[at % n * columns + at / n];
        }
        Ok(())
    })?, _ => return Err(not_implemented("linalg", array.dtype())))
        .into_iter()
        .collect(),
    )
}

/// Orthonormal columns, and as many more as there are to be.
fn complete<T: Real>(from: &[T], m: usize, k: usize, columns: usize, to: &mut [T]) {
    for i in 0..m {
        to[i * columns..i * columns + k].copy_from_slice(&from[i * k..(i + 1) * k]);
    }
    for j in k..columns {
        let mut best = (T::ZERO, vec![T::ZERO; m]);
        for axis in 0..m {
            let mut v: Vec<T> = (0..m)
                .map(|i| if i == axis { T::ONE } else { T::ZERO })
                .collect();
            for other in 0..j {
                let along = (0..m).fold(T::ZERO, |sum, i| sum + v[i] * to[i * columns + other]);
                for (i, x) in v.iter_mut().enumerate() {
                    *x = *x - along * to[i * columns + other];
                }
            }
            let square = v.iter().fold(T::ZERO, |sum, &x| sum + x * x);
            if square > best.0 {
                best = (square, v);
            }
        }
        let norm = num_traits::Float::sqrt(best.0);
        for (i, &x) in best.1.iter().enumerate() {
            to[i * columns + j] = x / norm;
        }
    }
}

/// Townsend's formula, for matrices whose singular values are distinct.
fn backward(ctx: &Context) -> Result<Grads> {
    let (u, s, vh) = (ctx.output(0)?, ctx.output(1)?, ctx.output(2)?);
    let k = s.shape()[s.ndim() - 1];
    if u.shape()[u.ndim() - 1] != k || vh.shape()[vh.ndim() - 2] != k {
        let used = ctx.has_grad(0) || ctx.has_grad(2);
        if used {
            return Err(TensorError::runtime(
                "svd_backward: The singular vectors in the complex case are specified up to multiplication by e^{i phi}; use \
                 full_matrices=False for a gradient of the vectors.",
            ));
        }
    }
    let cut = |x: &Tensor, dim: i64| ops::narrow((x, dim, 0, k));
    let (u, vh) = (cut(&u, -1)?, cut(&vh, -2)?);
    let identity = Tensor::new(
        Array::from_vec(
            (0..k * k)
                .map(|at| f64::from(u8::from(at / k == at % k)))
                .collect::<Vec<_>>(),
            [k, k].as_slice(),
        )
        .to_dtype(s.dtype())?,
    );
    let diag = |x: &Tensor| -> Result<Tensor> { ops::mul((&identity, &ops::unsqueeze((x, -1))?)) };
    let mut inner = diag(&ctx.grad_of(1)?)?;
    let square = ops::mul((&s, &s))?;
    // 1 / (sj^2 - si^2) off the diagonal.
    let gaps = ops::sub((
        &ops::unsqueeze((&square, -2))?,
        &ops::unsqueeze((&square, -1))?,
    ))?;
    let f = ops::sub((&ops::reciprocal(&ops::add((&gaps, &identity))?)?, &identity))?;
    let mut outer: Option<Tensor> = None;
    let skew = |x: &Tensor| ops::sub((x, &ops::mT(x)?));
    if ctx.has_grad(0) {
        let gu = cut(&ctx.grad_of(0)?, -1)?;
        let turn = ops::mul((&f, &skew(&ops::matmul((&ops::mT(&u)?, &gu))?)?))?;
        inner = ops::add((&inner, &ops::mul((&turn, &ops::unsqueeze((&s, -2))?))?))?;
        if u.shape()[u.ndim() - 2] > k {
            let rest = ops::sub((
                &gu,
                &ops::matmul((&u, &ops::matmul((&ops::mT(&u)?, &gu))?))?,
            ))?;
            let part = ops::matmul((&ops::div((&rest, &ops::unsqueeze((&s, -2))?))?, &vh))?;
            outer = Some(part);
        }
    }
    if ctx.has_grad(2) {
        let gv = ops::mT(&cut(&ctx.grad_of(2)?, -2)?)?;
        let v = ops::mT(&vh)?;
        let turn = ops::mul((&f, &skew(&ops::matmul((&vh, &gv))?)?))?;
        inner = ops::add((&inner, &ops::mul((&ops::unsqueeze((&s, -1))?, &turn))?))?;
        if v.shape()[v.ndim() - 2] > k {
            let rest = ops::sub((&gv, &ops::matmul((&v, &ops::matmul((&vh, &gv))?))?))?;
            let part = ops::matmul((
                &u,
                &ops::div((&ops::mT(&rest)?, &ops::unsqueeze((&s, -1))?))?,
            ))?;
            outer = Some(match outer {
                Some(other) => ops::add((&other, &part))?,
                None => part,
            });
        }
    }
    let grad = ops::matmul((&ops::matmul((&u, &inner))?, &vh))?;
    ctx.only(match outer {
        Some(outer) => ops::add((&grad, &outer))?,
        None => grad,
    })
}
