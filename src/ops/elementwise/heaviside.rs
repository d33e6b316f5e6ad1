//! `torch.heaviside(x, v)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "heaviside",
    signature: "(input, values)",
    forms: Forms::BOTH,
    card: Card {
        summary: "0 for negative, 1 for positive elements, and given values at 0.",
        formula: "y = [x > 0] + v [x = 0]",
        gradients: &[("input", r"\text{not implemented}")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.heaviside.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|_| Err(no_derivative("heaviside"))),
    grad_fn: "NotImplemented",
    examples: &["[3], [3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    let step = ops::to_dtype(&ops::gt((x, 0))?, x.dtype())?;
    call(
        &super::where_::OP,
        (&ops::eq((x, 0))?, args.at(1), &step).into(),
    )
}
