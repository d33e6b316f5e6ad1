//! `torch.float_power(x, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "float_power",
    signature: "(input, exponent)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Powers in float64.",
        formula: "y = x^z",
        gradients: &[
            ("input", r"\bar{y} \, z x^{z - 1}"),
            ("exponent", r"\bar{y} \, y \ln x"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.float_power.html",
    },
    shape: Some(|args| shape_of(Pair::new(args, 0, 1)?.shape, DType::F64)),
    forward: Forward::Composite(compose),
    examples: &["p[3], 2", "p[3], [3]", "i[3], 2"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let double = |arg: &Arg| match arg {
        Arg::Tensor(tensor) => ops::to_dtype(tensor, DType::F64).map(Arg::Tensor),
        other => Ok(other.clone()),
    };
    call(
        &super::pow::OP,
        (double(args.at(0))?, double(args.at(1))?).into(),
    )
}
