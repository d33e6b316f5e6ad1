//! `torch.addcmul(x, a, b)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "addcmul",
    signature: "(input, tensor1, tensor2, *, value=1)",
    forms: Forms::ALL,
    card: Card {
        summary: "Adds a product of two tensors.",
        formula: r"y = x + v \, a \, b",
        gradients: &[
            ("input", r"\bar{y}"),
            ("tensor1", r"v b \bar{y}"),
            ("tensor2", r"v a \bar{y}"),
        ],
        shape_rule: "All three shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.addcmul.html",
    },
    shape: Some(|args| {
        let pair = Pair::new(args, 1, 2)?;
        let (shape, dtype) = args.meta(0)?;
        shape_of(
            broadcast("addcmul", &shape, &pair.shape)?,
            promote(dtype, pair.dtype),
        )
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "AddcmulBackward0",
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &["[2,3], [2,3], p[2,3]", "[3], [2,1], p[3], value=0.5"],
    misuses: &[(
        "[3], [4], [4]",
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    // PyTorch's order: the factor is taken into the first product.
    let term = match args.float(3, 1.0)? {
        1.0 => ops::mul((args.at(1), args.at(2)))?,
        value => ops::mul((&ops::mul((args.at(1), value))?, args.at(2)))?,
    };
    call(&super::add::OP, (args.at(0), &term).into())
}
