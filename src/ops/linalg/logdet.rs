//! `torch.logdet(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "logdet",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The logarithm of the determinant; nan where that is negative.",
        formula: r"y = \ln \det A",
        gradients: &[("input", r"\bar{y} A^{-\top}")],
        shape_rule: "The last two dimensions disappear.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.logdet.html",
    },
    forward: Forward::Composite(compose),
    examples: &["d[2,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let outputs = call(&super::slogdet::OP, args.tensor(0)?.into())?;
    let negative = ops::lt((&outputs[0], 0))?;
    call(
        &ops::elementwise::where_::OP,
        (&negative, f64::NAN, &outputs[1]).into(),
    )
}
