//! `torch.linalg.slogdet(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_slogdet",
    aliases: &["slogdet"],
    signature: "(A)",
    forms: Forms::LINALG.and(Forms::BOTH),
    card: Card {
        summary: "The sign of the determinant and the logarithm of its size.",
        formula: r"s = \operatorname{sign} \det A, \quad y = \ln |\det A|",
        gradients: &[("A", r"\bar{y} \, A^{-\top}")],
        shape_rule: "The last two dimensions disappear, twice.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.slogdet.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        square_size("linalg.slogdet", &args.array(0)?)?;
        shape.truncate(shape.len() - 2);
        Ok(smallvec![(shape.clone(), dtype), (shape, dtype)])
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgSlogdetBackward0",
    saves: &[Save::Input(0)],
    returns: Returns::Named("linalg_slogdet", &["sign", "logabsdet"]),
    examples: &["[2,2]", "[3,3]", "[2,2,2]"],
    program: "A = torch.tensor([[1.0, -2.0], [0.5, 3.0]], requires_grad=True)\nsign, logabsdet = torch.linalg.slogdet(A)\nprint(sign.item(), logabsdet)\n\nlogabsdet.backward()\nprint(A.grad)  # the transposed inverse",
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let n = square_size("linalg.slogdet", &array)?;
    Ok(dispatch_real!(array.dtype(), T => each_matrix::<T, 2>(&array, [&[], &[]], |a, _, [sign, log]| {
        let lu = Lu::new(a, n);
        sign[0] = lu.diagonal().fold(lu.sign, |sign, x| match x {
            x if x > T::ZERO => sign,
            x if x < T::ZERO => -sign,
            _ => T::ZERO,
        });
        log[0] = lu.diagonal().fold(T::ZERO, |sum, x| sum + num_traits::Float::ln(num_traits::Float::abs(x)));
        Ok(())
    })?, _ => return Err(not_implemented("linalg", array.dtype()))).into_iter().collect())
}

fn backward(ctx: &Context) -> Result<Grads> {
    let scale = ops::unsqueeze((&ops::unsqueeze((&ctx.grad_of(1)?, -1))?, -1))?;
    ctx.only(ops::mul((&scale, &ops::mT(&ops::inv(ctx.tensor(0)?)?)?))?)
}
