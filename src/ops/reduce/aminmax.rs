//! `torch.aminmax(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "aminmax",
    signature: "(input, *, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The least and the greatest element.",
        formula: r"y = (\min_i x_i, \max_i x_i)",
        gradients: &[("input", r"\bar{y} \text{ shared among the equal ones}")],
        shape_rule: "All dimensions disappear, or the given one (size 1 with keepdim=True).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.aminmax.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        let shape = reduced_dims(args, &shape, 1, 2)?.shape;
        Ok(smallvec![(shape.clone(), dtype), (shape, dtype)])
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "AminmaxBackward0",
    saves: &[Save::Input(0)],
    returns: Returns::Named("aminmax", &["min", "max"]),
    examples: &["[2,3]", "[2,3], dim=0"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let extreme = |f: fn(Args) -> Result<Tensor>| f((args.at(0), args.at(1), args.at(2)).into());
    Ok(smallvec![extreme(ops::amin)?, extreme(ops::amax)?])
}
