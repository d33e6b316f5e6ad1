//! `+x`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "positive",
    signature: "(input)",
    forms: Forms::BOTH,
    operators: &["__pos__"],
    card: Card {
        summary: "The tensor itself.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.positive.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Composite(compose),
    examples: &["[2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    if x.dtype() == DType::Bool {
        return Err(TensorError::not_implemented(
            "The `+` operator, on a bool tensor is not supported.",
        ));
    }
    Ok(smallvec![x.clone()])
}
