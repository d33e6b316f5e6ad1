//! `torch.linalg.cholesky(x)`

use crate::ops::kernels::cholesky as factor;
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_cholesky",
    aliases: &["cholesky"],
    signature: "(A, *, upper=False)",
    forms: Forms::LINALG.and(Forms::BOTH),
    card: Card {
        summary: "The lower triangular factor of positive-definite matrices.",
        formula: r"A = L L^\top, \quad A = U^\top U \text{ with upper}",
        gradients: &[(
            "A",
            r"\tfrac{1}{2} (S + S^\top), \; S = L^{-\top} \Phi(L^\top \bar{L}) L^{-1} \text{, where } \Phi \text{ keeps the lower triangle and half of the diagonal}",
        )],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.cholesky.html",
    },
    shape: Some(|args| {
        square_size("linalg.cholesky", &args.array(0)?)?;
        shapes::same(args)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgCholeskyExBackward0",
    saves: &[Save::Output(0)],
    examples: &["df[2,2]", "df[3,3]", "df[2,3,3]"],
    misuses: &[(
        "[2,3]",
        "RuntimeError: linalg.cholesky: A must be batches of square matrices, but they are 2 by 3 matrices",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let n = square_size("linalg.cholesky", &array)?;
    let [lower] = dispatch_real!(array.dtype(), T => each_matrix::<T, 1>(&array, [&[n, n]], |a, batch, [out]| {
        factor(a, n, out).map_err(|minor| {
            let place = if array.ndim() > 2 { format!("(Batch element {batch}): ") } else { String::new() };
            TensorError::lin_alg(format!(
                "linalg.cholesky: {place}The factorization could not be completed because the input is not positive-definite (the \
                 leading minor of order {minor} is not positive-definite)."
            ))
        })
    })?, _ => return Err(not_implemented("linalg", array.dtype())));
    if args.flag(1, false)? {
        let n = lower.ndim();
        let (mut shape, mut strides) = (lower.shape().clone(), lower.strides().clone());
        shape.swap(n - 1, n - 2);
        strides.swap(n - 1, n - 2);
        return one(lower.with_geometry(shape, strides, 0).gathered()?);
    }
    one(lower)
}

/// The symmetric gradient: L^-T phi(L^T G) L^-1, phi taking the lower triangle and half of the diagonal.
fn backward(ctx: &Context) -> Result<Grads> {
    let upper = ctx.args().flag(1, false)?;
    let turned = |x: Tensor| if upper { ops::mT(&x) } else { Ok(x) };
    let (l, g) = (turned(ctx.output(0)?)?, turned(ctx.grad()?)?);
    let product = ops::matmul((&ops::mT(&l)?, &g))?;
    let n = l.ndim();
    let size = l.shape()[n - 1];
    let weights: Vec<f64> = (0..size * size)
        .map(|k| match (k % size).cmp(&(k / size)) {
            std::cmp::Ordering::Less => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Greater => 0.0,
        })
        .collect();
    let weights =
        Tensor::new(Array::from_vec(weights, [size, size].as_slice()).to_dtype(l.dtype())?);
    let phi = ops::mul((&product, &weights))?;
    let inverse = ops::inv(&l)?;
    let half = ops::matmul((&ops::matmul((&ops::mT(&inverse)?, &phi))?, &inverse))?;
    ctx.only(ops::mul((&ops::add((&half, &ops::mT(&half)?))?, 0.5))?)
}
