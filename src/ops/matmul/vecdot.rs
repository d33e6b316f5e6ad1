//! `torch.linalg.vecdot(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_vecdot",
    signature: "(x, y, dim=-1)",
    forms: Forms::LINALG,
    card: Card {
        summary: "Sums of products along a dimension.",
        formula: r"s_i = \sum_k x_{ik} y_{ik}",
        gradients: &[
            ("x", r"\bar{s}_i \, y_{ik}"),
            ("y", r"\bar{s}_i \, x_{ik}"),
        ],
        shape_rule: "The shapes are broadcast; the dimension disappears.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.vecdot.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[2,3], [2,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(
        &ops::reduce::sum::OP,
        (&ops::mul((args.at(0), args.at(1)))?, args.int(2, -1)?).into(),
    )
}
