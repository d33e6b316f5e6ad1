//! `torch.linalg.det(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_det",
    aliases: &["det"],
    signature: "(A)",
    forms: Forms::LINALG.and(Forms::BOTH),
    card: Card {
        summary: "The determinant of square matrices.",
        formula: r"y = \det A",
        gradients: &[("A", r"\bar{y} \, y \, A^{-\top}")],
        shape_rule: "The last two dimensions disappear.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.det.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        square_size("linalg.det", &args.array(0)?)?;
        shape.truncate(shape.len() - 2);
        shape_of(shape, dtype)
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgDetBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
    examples: &["[2,2]", "[3,3]", "[2,2,2]"],
    misuses: &[(
        "[2,3]",
        "RuntimeError: linalg.det: A must be batches of square matrices, but they are 2 by 3 matrices",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let n = square_size("linalg.det", &array)?;
    let [det] = dispatch_real!(array.dtype(), T => each_matrix::<T, 1>(&array, [&[]], |a, _, [out]| {
        let lu = Lu::new(a, n);
        out[0] = lu.diagonal().fold(lu.sign, |product, x| product * x);
        Ok(())
    })?, _ => return Err(not_implemented("linalg", array.dtype())));
    one(det)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let scale = ops::mul((&ctx.grad()?, &ctx.output(0)?))?;
    let scale = ops::unsqueeze((&ops::unsqueeze((&scale, -1))?, -1))?;
    ctx.only(ops::mul((&scale, &ops::mT(&ops::inv(ctx.tensor(0)?)?)?))?)
}
