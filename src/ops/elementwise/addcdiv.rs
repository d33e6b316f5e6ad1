//! `torch.addcdiv(x, a, b)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "addcdiv",
    signature: "(input, tensor1, tensor2, *, value=1)",
    forms: Forms::ALL,
    card: Card {
        summary: "Adds a quotient of two tensors.",
        formula: r"y = x + v \, a / b",
        gradients: &[
            ("input", r"\bar{y}"),
            ("tensor1", r"v \bar{y} / b"),
            ("tensor2", r"-v \bar{y} a / b^2"),
        ],
        shape_rule: "All three shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.addcdiv.html",
    },
    shape: Some(|args| {
        let pair = Pair::new(args, 1, 2)?;
        let (shape, dtype) = args.meta(0)?;
        shape_of(
            broadcast("addcdiv", &shape, &pair.shape)?,
            promote(dtype, pair.dtype),
        )
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "AddcdivBackward0",
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &["[2,3], [2,3], p[2,3]", "[3], [2,1], p[3], value=0.5"],
    misuses: &[(
        "[3], [4], [4]",
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    // PyTorch's order: the factor is taken into the numerator.
    let term = match args.float(3, 1.0)? {
        1.0 => ops::div((args.at(1), args.at(2)))?,
        value => ops::div((&ops::mul((args.at(1), value))?, args.at(2)))?,
    };
    call(&super::add::OP, (args.at(0), &term).into())
}
