//! `torch.linalg.eigh(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_eigh",
    signature: "(A, UPLO='L')",
    forms: Forms::LINALG,
    card: Card {
        summary: "Eigenvalues, ascending, and eigenvectors of symmetric matrices. The sign of a vector is free: here its largest component is positive.",
        formula: r"A = V \operatorname{diag}(\lambda) V^\top",
        gradients: &[(
            "A",
            r"V \left( \operatorname{diag} \bar{\lambda} + K \right) V^\top, \; K_{ij} = \frac{(V^\top \bar{V} - \bar{V}^\top V)_{ij}}{2 (\lambda_j - \lambda_i)}, \; K_{ii} = 0",
        )],
        shape_rule: "The eigenvalues without the last dimension; the vectors as the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.eigh.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        square_size("linalg.eigh", &args.array(0)?)?;
        Ok(smallvec![
            (Shape::from_slice(&shape[..shape.len() - 1]), dtype),
            (shape, dtype)
        ])
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgEighBackward0",
    saves: &[Save::Output(0), Save::Output(1)],
    returns: Returns::Named("linalg_eigh", &["eigenvalues", "eigenvectors"]),
    examples: &["df[2,2]", "df[3,3]", "df[2,3,3], 'U'"],
    misuses: &[(
        "[2,3]",
        "RuntimeError: linalg.eigh: A must be batches of square matrices, but they are 2 by 3 matrices",
    )],
    program: "A = torch.tensor([[3.0, 1.0], [1.0, 4.0]])\nL, Q = torch.linalg.eigh(A)\nprint(L)\nprint(torch.allclose(Q @ torch.diag(L) @ Q.T, A))",
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let n = square_size("linalg.eigh", &array)?;
    let upper = args.text(1, "L")?.eq_ignore_ascii_case("u");
    Ok(dispatch_real!(array.dtype(), T => each_matrix::<T, 2>(&array, [&[n], &[n, n]], |a, _, [values, vectors]| {
        if upper {
            let turned: Vec<T> = (0..n * n).map(|k| a[k % n * n + k / n]).collect();
            symmetric_eigen(&turned, n, values, vectors);
        } else {
            symmetric_eigen(a, n, values, vectors);
        }
        Ok(())
    })?, _ => return Err(not_implemented("linalg", array.dtype()))).into_iter().collect())
}

/// V (diag(Gl) + (V^T Gv) / (lj - li)) V^T
fn backward(ctx: &Context) -> Result<Grads> {
    let (values, v) = (ctx.output(0)?, ctx.output(1)?);
    let n = values.shape()[values.ndim() - 1];
    let identity = Tensor::new(
        Array::from_vec(
            (0..n * n)
                .map(|k| f64::from(u8::from(k / n == k % n)))
                .collect::<Vec<_>>(),
            [n, n].as_slice(),
        )
        .to_dtype(values.dtype())?,
    );
    let mut inner = ops::mul((&identity, &ops::unsqueeze((&ctx.grad_of(0)?, -1))?))?;
    if ctx.has_grad(1) {
        let gaps = ops::sub((
            &ops::unsqueeze((&values, -2))?,
            &ops::unsqueeze((&values, -1))?,
        ))?;
        // The diagonal has no gap to divide by, and no part in this.
        let gaps = ops::add((&gaps, &identity))?;
        let turn = ops::matmul((&ops::mT(&v)?, &ctx.grad_of(1)?))?;
        // Of both triangles, though one alone is read: the input is symmetric. The diagonal becomes 0.
        let turn = ops::mul((&ops::sub((&turn, &ops::mT(&turn)?))?, 0.5))?;
        let turn = ops::div((&turn, &gaps))?;
        inner = ops::add((&inner, &turn))?;
    }
    ctx.only(ops::matmul((&ops::matmul((&v, &inner))?, &ops::mT(&v)?))?)
}
