//! `torch.count_nonzero(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "count_nonzero",
    signature: "(input, dim=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "How many elements are not 0.",
        formula: r"y = |\{i : x_i \ne 0\}|",
        gradients: &[],
        shape_rule: "The reduced dimensions disappear; the dtype is int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.count_nonzero.html",
    },
    shape: Some(|args| shape_of(reduced_dims(args, &args.shape(0)?, 1, 9)?.shape, DType::I64)),
    forward: Forward::Composite(compose),
    examples: &["i[2,3]", "[2,3], 0"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(
        &super::sum::OP,
        (&ops::ne((args.at(0), 0))?, args.at(1)).into(),
    )
}
