//! `torch.linalg.norm(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_norm",
    signature: "(A, ord=None, dim=None, keepdim=False)",
    forms: Forms::LINALG,
    card: Card {
        summary: "A norm of vectors or matrices: without an order that of all elements.",
        formula: r"y = \| x \|",
        gradients: &[("A", r"\text{through the reduction used}")],
        shape_rule: "All dimensions disappear, or those given.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.norm.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3]", "[2,3]", "[2,3], 2, 1", "[2,3], 'fro'"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let a = args.tensor(0)?;
    let dims = args.ints(2)?;
    let matrix = dims.as_ref().map_or(a.ndim() == 2, |dims| dims.len() == 2);
    if args.has(1) && matrix {
        return call(
            &super::linalg_matrix_norm::OP,
            (args.at(0), args.at(1), Arg::None, args.at(3)).into(),
        );
    }
    call(
        &ops::reduce::vector_norm::OP,
        (args.at(0), args.at(1), args.at(2), args.at(3)).into(),
    )
}
