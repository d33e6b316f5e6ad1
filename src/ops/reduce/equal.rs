//! `torch.equal(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "equal",
    signature: "(input, other)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Whether all elements are equal, and the shapes too.",
        formula: r"y = \bigwedge_i (x_i = z_i)",
        gradients: &[],
        shape_rule: "A Python bool.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.equal.html",
    },
    shape: Some(|_| shape_of(Shape::new(), DType::Bool)),
    forward: Forward::Composite(compose),
    returns: Returns::Bool,
    examples: &["[3], [3]", "i[3], i[3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    if x.shape() != y.shape() {
        return Ok(smallvec![Tensor::scalar(false)]);
    }
    call(&super::all::OP, (&ops::eq((x, y))?).into())
}
