//! `F.glu(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "glu",
    signature: "(input, dim=-1)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "One half times the sigmoid of the other (Dauphin et al. 2016).",
        formula: r"y = a \, \sigma(b), \; x = [a; b]",
        gradients: &[("input", r"[\bar{y} \sigma(b); \bar{y} a \sigma'(b)]")],
        shape_rule: "The dimension is halved.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.glu.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        let dim = args.dim(1, -1, shape.len())?;
        shape[dim] /= 2;
        shape_of(shape, dtype)
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "GluBackward0",
    saves: &[Save::Input(0)],
    examples: &["[2,4]", "[4,3], 0"],
    misuses: &[(
        "[2,3]",
        "RuntimeError: Halving dimension must be even, but dimension 1 is size 3",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    let dim = args.dim(1, -1, x.ndim())?;
    let size = x.shape().get(dim).copied().unwrap_or(1);
    if size % 2 != 0 || x.ndim() == 0 {
        return Err(TensorError::runtime(format!(
            "Halving dimension must be even, but dimension {dim} is size {size}"
        )));
    }
    let (a, b) = (
        ops::narrow((x, dim, 0, size / 2))?,
        ops::narrow((x, dim, size / 2, size / 2))?,
    );
    call(&ops::elementwise::mul::OP, (&a, &ops::sigmoid(&b)?).into())
}
