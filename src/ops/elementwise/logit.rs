//! `torch.logit(p)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "logit",
    signature: "(input, eps=None)",
    forms: Forms::ALL.and(Forms::SPECIAL),
    card: Card {
        summary: "The inverse of the sigmoid.",
        formula: r"y = \ln \frac{x}{1 - x}",
        gradients: &[("input", r"\bar{y} / (x (1 - x))")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.logit.html",
    },
    shape: Some(shapes::float),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "LogitBackward0",
    saves: &[Save::Input(0)],
    examples: &["u[2,3]", "u[3], 0.1"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let x = match args.at(1) {
        Arg::None => args.tensor(0)?.clone(),
        _ => ops::clamp((args.at(0), args.float(1, 0.0)?, 1.0 - args.float(1, 0.0)?))?,
    };
    call(
        &super::log::OP,
        (&ops::div((&x, &ops::rsub((&x, 1))?))?).into(),
    )
}
