//! `torch.outer(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "outer",
    aliases: &["ger"],
    signature: "(input, vec2)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Each element of one vector times each of another.",
        formula: "y_{ij} = x_i z_j",
        gradients: &[
            ("input", r"\sum_j \bar{y}_{ij} z_j = \bar{y} z"),
            ("vec2", r"\sum_i \bar{y}_{ij} x_i = \bar{y}^\top x"),
        ],
        shape_rule: "(n) and (m) give (n x m).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.outer.html",
    },
    shape: Some(|args| {
        let pair = [args.meta(0)?, args.meta(1)?];
        shape_of(
            smallvec![pair[0].0[0], pair[1].0[0]],
            promote(pair[0].1, pair[1].1),
        )
    }),
    forward: Forward::Composite(compose),
    examples: &["[2], [3]"],
    misuses: &[(
        "[2,3], [3]",
        "RuntimeError: outer: Expected 1-D argument self, but got 2-D",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    if x.ndim() != 1 || y.ndim() != 1 {
        let wrong = if x.ndim() != 1 {
            ("self", x.ndim())
        } else {
            ("vec2", y.ndim())
        };
        return Err(TensorError::runtime(format!(
            "outer: Expected 1-D argument {}, but got {}-D",
            wrong.0, wrong.1
        )));
    }
    call(
        &ops::elementwise::mul::OP,
        (&ops::unsqueeze((x, 1))?, y).into(),
    )
}
