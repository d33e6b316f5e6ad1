//! `torch.linalg.inv(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_inv",
    aliases: &["inverse"],
    signature: "(A)",
    forms: Forms::LINALG.and(Forms::BOTH),
    card: Card {
        summary: "The inverse of square matrices.",
        formula: "Y = A^{-1}",
        gradients: &[("A", r"-Y^\top \bar{Y} Y^\top")],
        shape_rule: "As the input: square matrices, perhaps in batches.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.inv.html",
    },
    shape: Some(|args| {
        square_size("linalg.inv", &args.array(0)?)?;
        shapes::same(args)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgInvExBackward0",
    saves: &[Save::Output(0)],
    examples: &["[2,2]", "[3,3]", "[2,2,2]", "T[3,3]"],
    misuses: &[
        (
            "[2,3]",
            "RuntimeError: linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices",
        ),
        (
            "[3]",
            "RuntimeError: linalg.inv: The input tensor A must have at least 2 dimensions.",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let n = square_size("linalg.inv", &array)?;
    let identity: Vec<f64> = (0..n * n)
        .map(|k| f64::from(u8::from(k / n == k % n)))
        .collect();
    let [inverse] = dispatch_real!(array.dtype(), T => {
        let identity: Vec<T> = identity.iter().map(|&x| T::from_f64(x)).collect();
        each_matrix::<T, 1>(&array, [&[n, n]], |a, batch, [out]| {
            let lu = Lu::new(a, n);
            if let Some(at) = lu.singular {
                let place = if array.ndim() > 2 { format!("(Batch element {batch}): ") } else { String::new() };
                return Err(TensorError::lin_alg(format!(
                    "linalg.inv: {place}The diagonal element {} is zero, the inversion could not be completed because the input \
                     matrix is singular.",
                    at + 1
                )));
            }
            lu.solve(&identity, n, out);
            Ok(())
        })?
    }, _ => return Err(not_implemented("linalg", array.dtype())));
    one(inverse)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let inverse = ops::mT(&ctx.output(0)?)?;
    let left = ops::matmul((&inverse, &ctx.grad()?))?;
    ctx.only(ops::neg(&ops::matmul((&left, &inverse))?)?)
}
