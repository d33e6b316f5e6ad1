//! `torch.atleast_1d(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "atleast_1d",
    signature: "(input)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The tensor with at least 1 dimension.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "Dimensions of size 1 are put in where there are too few.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.atleast_1d.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[]", "[3]", "[2,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensor = args.tensor(0)?;
    Ok(smallvec![if tensor.ndim() == 0 {
        ops::reshape((tensor, &[1i64][..]))?
    } else {
        tensor.clone()
    }])
}
