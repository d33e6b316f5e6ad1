//! `torch.lerp(x, y, 0.5)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "lerp",
    signature: "(input, end, weight)",
    forms: Forms::ALL,
    card: Card {
        summary: "The point between two tensors, by a weight: 0 gives the first, 1 the second.",
        formula: "y = x + w (z - x)",
        gradients: &[
            ("input", r"(1 - w) \bar{y}"),
            ("end", r"w \bar{y}"),
            ("weight", r"\bar{y} (z - x)"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.lerp.html",
    },
    shape: Some(|args| {
        let pair = Pair::new(args, 0, 1)?;
        let shape = if args.at(2).is_tensor() {
            broadcast("lerp", &pair.shape, &args.shape(2)?)?
        } else {
            pair.shape
        };
        shape_of(shape, pair.dtype)
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "LerpBackward0",
    grad_fn_of: Some(|args| {
        if args.at(2).is_tensor() {
            "LerpBackward1"
        } else {
            "LerpBackward0"
        }
    }),
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &["[2,3], [2,3], 0.3", "[3], [2,1], [3]"],
    misuses: &[(
        "[2], [3], 0.5",
        "RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    Pair::new(args, 0, 1)?;
    let difference = ops::sub((args.at(1), args.at(0)))?;
    // From the nearer end, as PyTorch computes it.
    if !args.at(2).is_tensor() && args.float(2, 0.0)? >= 0.5 {
        let step = ops::mul((&difference, 1.0 - args.float(2, 0.0)?))?;
        return call(&super::sub::OP, (args.at(1), &step).into());
    }
    let step = ops::mul((&difference, args.at(2)))?;
    call(&super::add::OP, (args.at(0), &step).into())
}
