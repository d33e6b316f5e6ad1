//! `x.norm()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "norm",
    signature: "(input, p='fro', dim=None, keepdim=False, out=None, dtype=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The norm of a tensor: the square root of the sum of squares (p = 2 or 'fro'), or another p-norm; 'nuc' adds the singular values of a matrix.",
        formula: r"y = \left( \sum_i |x_i|^p \right)^{1/p}",
        gradients: &[(
            "input",
            r"\bar{y} \, x_i |x_i|^{p - 2} / y^{p - 1} \text{, 0 at } y = 0",
        )],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.norm.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(
            reduced_dims(args, &shape, 2, 3)?.shape,
            args.dtype(5)?.unwrap_or(dtype),
        )
    }),
    forward: Forward::Composite(compose),
    examples: &[
        "[2,3]",
        "[2,3], 1",
        "[2,3], 'fro', 0",
        "[2,3], 2, -1, True",
        "[2,3], inf",
    ],
    misuses: &[
        (
            "i[3]",
            "NotImplementedError: linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long",
        ),
        (
            "[2,3], 2, 5",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 5)",
        ),
    ],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let p = match args.at(1) {
        Arg::Str(name) if &**name == "fro" => Arg::Float(2.0),
        Arg::Str(name) if &**name == "nuc" => {
            let singular = ops::svdvals(args.tensor(0)?)?;
            return call(&super::sum::OP, (&singular, -1, args.at(3)).into());
        }
        other => other.clone(),
    };
    call(
        &super::vector_norm::OP,
        (args.at(0), p, args.at(2), args.at(3), args.at(5)).into(),
    )
}
