//! `torch.allclose(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "allclose",
    signature: "(input, other, rtol=1e-05, atol=1e-08, equal_nan=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Whether all elements are nearly equal.",
        formula: r"y = \bigwedge_i (x_i \approx z_i)",
        gradients: &[],
        shape_rule: "A Python bool.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.allclose.html",
    },
    shape: Some(|_| shape_of(Shape::new(), DType::Bool)),
    forward: Forward::Composite(compose),
    returns: Returns::Bool,
    examples: &["[3], [3]", "i[3], i[3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let close = ops::isclose(args.clone())?;
    call(&super::all::OP, (&close).into())
}
