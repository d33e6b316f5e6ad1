//! `torch.fmin(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "fmin",
    signature: "(input, other: Tensor)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The smaller of both; nan only if both are.",
        formula: r"y = \min(x, z)",
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ where } x < z \text{ or } z \text{ is nan, half where equal}",
            ),
            (
                "other",
                r"\bar{y} \text{ where } z < x \text{ or } x \text{ is nan, half where equal}",
            ),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.fmin.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "FminBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [2,3]", "n[4], [4]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    let x = ops::where_((&ops::isnan(x)?, y, x))?;
    let y = ops::where_((&ops::isnan(y)?, &x, y))?;
    call(&super::minimum::OP, (&x, &y).into())
}
