//! `torch.frac(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "frac",
    signature: "(input)",
    forms: Forms::ALL,
    card: Card {
        summary: "What is left of each element without its integer part.",
        formula: r"y = x - \operatorname{trunc} x",
        gradients: &[("input", r"\bar{y}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.frac.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "FracBackward0",
    saves: &[Save::Input(0)],
    lacks: Some(("frac_cpu", &[DType::Bool, DType::U8, DType::I32, DType::I64])),
    examples: &["[2,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(
        &super::sub::OP,
        (args.at(0), &ops::trunc(args.tensor(0)?)?).into(),
    )
}
