//! `x.reshape_as(y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "reshape_as",
    signature: "(input, other)",
    forms: Forms::METHOD,
    card: Card {
        summary: "In the shape of another tensor.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "The shape of the other tensor.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.reshape_as.html",
    },
    shape: Some(|args| shape_of(args.shape(1)?, args.meta(0)?.1)),
    forward: Forward::Composite(compose),
    examples: &["[2,3], [3,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(&super::reshape::OP, (args.at(0), &args.shape(1)?).into())
}
