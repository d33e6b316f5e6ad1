//! `torch.linalg.norm(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_norm",
    signature: "(A, ord=None, dim=None, keepdim=False)",
    forms: Forms::LINALG,
    card: Card {
        summary: "A norm of vectors; without an order that of all elements. With an order and a matrix (or two dimensions): see torch.linalg.matrix_norm.",
        formula: r"y = \left( \sum_i |x_i|^p \right)^{1/p}, \quad p = 2 \text{ without ord}",
        gradients: &[(
            "A",
            r"\bar{y} \, x_i |x_i|^{p - 2} / y^{p - 1} \text{, 0 at } y = 0",
        )],
        shape_rule: "All dimensions disappear, or those given.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.norm.html",
    },
    forward: Forward::Composite(compose),
    examples: &[
        "[3]",
        "[2,3]",
        "[2,3], 2, 1",
        "[2,3], 'fro'",
        "[2,3,2], 1, (0,2)",
    ],
    misuses: &[(
        "[2,3,2], 2",
        "RuntimeError: linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got 3D.",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let a = args.tensor(0)?;
    let dims = args.ints(2)?;
    let matrix = dims.as_ref().map_or(a.ndim() == 2, |dims| dims.len() == 2);
    if args.has(1) && dims.is_none() && a.ndim() > 2 {
        return Err(TensorError::runtime(format!(
            "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {}D.",
            a.ndim()
        )));
    }
    if args.has(1) && matrix {
        return call(
            &super::linalg_matrix_norm::OP,
            (args.at(0), args.at(1), args.at(2), args.at(3)).into(),
        );
    }
    call(
        &ops::reduce::vector_norm::OP,
        (args.at(0), args.at(1), args.at(2), args.at(3)).into(),
    )
}
