//! `torch.sinc(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "sinc",
    signature: "(input)",
    forms: Forms::ALL.and(Forms::SPECIAL),
    card: Card {
        summary: "sin(pi x) / (pi x), 1 at 0.",
        formula: r"y = \frac{\sin \pi x}{\pi x}",
        gradients: &[("input", r"\bar{y} \frac{\cos \pi x - y}{x}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.sinc.html",
    },
    shape: Some(shapes::float),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "SincBackward0",
    saves: &[Save::Input(0)],
    examples: &["[2,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    let angle = ops::mul((x, std::f64::consts::PI))?;
    let zero = ops::eq((x, 0))?;
    let safe = ops::where_((&zero, 1.0, &angle))?;
    let y = ops::div((&ops::sin(&safe)?, &safe))?;
    call(&super::where_::OP, (&zero, 1.0, &y).into())
}
