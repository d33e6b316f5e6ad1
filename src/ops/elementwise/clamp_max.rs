//! `x.clamp_max(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "clamp_max",
    signature: "(input, max)",
    forms: Forms::ALL,
    card: Card {
        summary: "Cuts elements off above a border.",
        formula: r"y = \min(x, a)",
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ where } x < a \text{, half on a border that is a tensor}",
            ),
            ("max", r"\bar{y} \text{ where } x > a \text{, half where equal}"),
        ],
        shape_rule: "As the input, broadcast with a border that is a tensor.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.clamp_max.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Composite(compose),
    grad_fn_of: Some(|args| {
        if args.at(1).is_tensor() {
            "ClampMaxBackward1"
        } else {
            "ClampMaxBackward0"
        }
    }),
    examples: &["[5], 0.1", "[2,3], [3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let border = args.at(1);
    call(&super::clamp::OP, (args.at(0), Arg::None, border).into())
}
