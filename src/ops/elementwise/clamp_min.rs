//! `x.clamp_min(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "clamp_min",
    signature: "(input, min)",
    forms: Forms::ALL,
    card: Card {
        summary: "Cuts elements off below a border.",
        formula: r"y = \max(x, a)",
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ where } x > a \text{, half on a border that is a tensor}",
            ),
            ("min", r"\bar{y} \text{ where } x < a \text{, half where equal}"),
        ],
        shape_rule: "As the input, broadcast with a border that is a tensor.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.clamp_min.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Composite(compose),
    grad_fn_of: Some(|args| {
        if args.at(1).is_tensor() {
            "ClampMinBackward1"
        } else {
            "ClampMinBackward0"
        }
    }),
    examples: &["[5], 0.1", "[2,3], [3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let border = args.at(1);
    call(&super::clamp::OP, (args.at(0), border, Arg::None).into())
}
