//! `torch.dist(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "dist",
    signature: "(input, other, p=2)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The p-norm of the difference.",
        formula: r"y = \| x - z \|_p",
        gradients: &[
            ("input", r"\bar{y} \, d |d|^{p - 2} / y^{p - 1}, \; d = x - z"),
            ("other", r"-\bar{y} \, d |d|^{p - 2} / y^{p - 1}"),
        ],
        shape_rule: "The shapes are broadcast; the result is a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.dist.html",
    },
    shape: Some(|args| {
        let pair = Pair::new(args, 0, 1)?;
        shape_of(Shape::new(), pair.dtype)
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "DistBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [2,3]", "[3], [3], 1"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(
        &super::vector_norm::OP,
        (&ops::sub((args.at(0), args.at(1)))?, args.float(2, 2.0)?).into(),
    )
}
