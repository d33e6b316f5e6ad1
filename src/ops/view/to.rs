//! `x.to(torch.float64)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "_to_copy",
    signature: "(input, dtype)",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "A copy with the elements converted to another dtype.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y} \text{, in the dtype of } x")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.to.html",
    },
    shape: Some(|args: &Args| -> Result<Shapes> {
        let (shape, dtype) = args.meta(0)?;
        shapes::shape_of(shape, args.dtype(1)?.unwrap_or(dtype))
    }),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> {
        ctx.only(ops::to_dtype(&ctx.grad()?, ctx.dtype(0)?)?)
    }),
    grad_fn: "ToCopyBackward0",
    examples: &[
        "[2,3], float64",
        "[3], int64",
        "i[3], bool",
        "T[2,3], float64",
    ],
    program: "x = torch.tensor([1.0, 2.5], requires_grad=True)\ny = x.to(torch.float64)\nprint(y)\n\ny.sum().backward()\nprint(x.grad)  # back in the dtype of x",
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dtype = args.dtype(1)?.unwrap_or(array.dtype());
    one(if dtype == array.dtype() {
        array.copied()?
    } else {
        array.to_dtype(dtype)?
    })
}
