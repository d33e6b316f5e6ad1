//! `x.argsort()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "argsort",
    signature: "(input, dim=-1, descending=False, stable=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Where each element of the sorted tensor came from.",
        formula: r"x_{y_0} \le x_{y_1} \le \dots",
        gradients: &[],
        shape_rule: "As the input, in int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.argsort.html",
    },
    shape: Some(|args| shape_of(args.shape(0)?, DType::I64)),
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "[2,3], 0", "[5], 0, True"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let mut outputs = call(
        &super::sort::OP,
        (args.at(0), args.at(1), args.at(2)).into(),
    )?;
    Ok(smallvec![outputs.remove(1)])
}
