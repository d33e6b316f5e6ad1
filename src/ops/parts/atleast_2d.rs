//! `torch.atleast_2d(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "atleast_2d",
    signature: "(input)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The tensor with at least 2 dimensions.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "Dimensions of size 1 are put in where there are too few.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.atleast_2d.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[]", "[3]", "[2,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensor = args.tensor(0)?;
    Ok(smallvec![match tensor.ndim() {
        0 => ops::reshape((tensor, &[1i64, 1][..]))?,
        1 => ops::unsqueeze((tensor, 0))?,
        _ => tensor.clone(),
    }])
}
