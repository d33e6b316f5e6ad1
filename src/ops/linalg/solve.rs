//! `torch.linalg.solve(A, B)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_solve",
    signature: "(A, B, *, left=True)",
    forms: Forms::LINALG,
    card: Card {
        summary: "The solution X of A X = B, more exact than multiplying by the inverse.",
        formula: "X = A^{-1} B",
        gradients: &[
            ("A", r"-\overline{\text{B}} \, X^\top"),
            ("B", r"A^{-\top} \bar{X}"),
        ],
        shape_rule: "As B.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.solve.html",
    },
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgSolveExBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
    examples: &[
        "[2,2], [2]",
        "[3,3], [3,2]",
        "[2,2,2], [2,2,1]",
        "[2,2,2], [2,2]",
        "T[3,3], [3]",
    ],
    misuses: &[
        (
            "[2,3], [2]",
            "RuntimeError: linalg.solve: A must be batches of square matrices, but they are 2 by 3 matrices",
        ),
        (
            "[2,2], [3,1]",
            "RuntimeError: linalg.solve: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x1)",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, b) = (args.array(0)?, args.array(1)?);
    let n = square_size("linalg.solve", &array)?;
    let vector = is_vector(&array, &b);
    let columns = if vector { 1 } else { b.shape()[b.ndim() - 1] };
    if b.dtype() != array.dtype() {
        return Err(TensorError::runtime(format!(
            "linalg.solve: Expected A and B to have the same dtype, but found A of type {} and B of type {} instead",
            array.dtype().word(),
            b.dtype().word()
        )));
    }
    let rows = b.shape()[b.ndim() - if vector { 1 } else { 2 }];
    if rows != n {
        return Err(TensorError::runtime(format!(
            "linalg.solve: Incompatible shapes of A and B for the equation AX = B ({n}x{n} and {rows}x{columns})"
        )));
    }
    // Batches of both are broadcast.
    let lead = broadcast(
        "linalg.solve",
        &array.shape()[..array.ndim() - 2],
        &b.shape()[..b.ndim() - if vector { 1 } else { 2 }],
    )?;
    let wide = |array: &Array, tail: &[usize]| -> Result<Array> {
        let shape: Shape = lead.iter().chain(tail).copied().collect();
        let strides = broadcast_strides(array.shape(), array.strides(), &shape);
        array
            .with_geometry(shape, strides, array.offset())
            .contiguous()
    };
    let tail: &[usize] = if vector { &[n] } else { &[n, columns] };
    let (a, b) = (wide(&array, &[n, n])?, wide(&b, tail)?);
    let [x] = dispatch_real!(array.dtype(), T => {
        let right = b.slice::<T>();
        each_matrix::<T, 1>(&a, [tail], |a, batch, [out]| {
            let lu = Lu::new(a, n);
            if lu.singular.is_some() {
                return Err(TensorError::lin_alg(
                    "torch.linalg.solve: The solver failed because the input matrix is singular.",
                ));
            }
            lu.solve(&right[batch * n * columns..][..n * columns], columns, out);
            Ok(())
        })?
    }, _ => return Err(not_implemented("linalg", array.dtype())));
    one(x)
}

/// Whether B is a vector, or a batch of vectors that fits the batch of matrices.
fn is_vector(a: &Array, b: &Array) -> bool {
    b.ndim() == 1 || (b.ndim() + 1 == a.ndim() && b.shape()[..] == a.shape()[..a.ndim() - 1])
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (a, x) = (ctx.tensor(0)?, ctx.output(0)?);
    let grad_b = ops::solve((&ops::mT(a)?, &ctx.grad()?))?;
    let vector = x.ndim() == 1 || x.ndim() + 1 == a.ndim();
    let grad_a = || -> Result<Tensor> {
        let (left, right) = if vector {
            (ops::unsqueeze((&grad_b, -1))?, ops::unsqueeze((&x, -2))?)
        } else {
            (grad_b.clone(), ops::mT(&x)?)
        };
        ops::sum_to_size(&ops::neg(&ops::matmul((&left, &right))?)?, &ctx.shape(0)?)
    };
    Ok(Grads::from_iter([
        ctx.needs(0).then(grad_a).transpose()?,
        ctx.needs(1)
            .then(|| ops::sum_to_size(&grad_b, &ctx.shape(1)?))
            .transpose()?,
    ]))
}
