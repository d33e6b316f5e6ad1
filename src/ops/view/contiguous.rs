//! `x.contiguous()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "contiguous",
    signature: "(input, *, memory_format=None)",
    forms: Forms::METHOD,
    card: Card {
        summary: "The tensor itself if its elements lie in row-major order, else a copy that does.",
        formula: "y = x",
        gradients: &[("input", r"\bar{y}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.contiguous.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "T[3,2]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let input = args.tensor(0)?;
    let contiguous = input.array().is_contiguous();
    Ok(smallvec![if contiguous {
        input.clone()
    } else {
        ops::clone(input)?
    }])
}
