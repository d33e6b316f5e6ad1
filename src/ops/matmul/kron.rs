//! `torch.kron(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "kron",
    signature: "(input, other)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Each element of one matrix times the whole other one.",
        formula: r"y_{i p + k, \, j q + l} = x_{ij} \, z_{kl}, \quad z \text{ of } p \times q",
        gradients: &[
            ("input", r"\sum_{kl} \bar{y}_{i p + k, \, j q + l} \, z_{kl}"),
            ("other", r"\sum_{ij} \bar{y}_{i p + k, \, j q + l} \, x_{ij}"),
        ],
        shape_rule: "(n x m) and (p x q) give (n p x m q).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.kron.html",
    },
    forward: Forward::Composite(compose),
    grad_fn_of: Some(|_| "UnsafeViewBackward0"),
    examples: &["[2,2], [2,3]", "[2], [3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    let n = x.ndim().max(y.ndim());
    let pad = |shape: Shape| -> Vec<usize> {
        std::iter::repeat_n(1, n - shape.len())
            .chain(shape)
            .collect()
    };
    let (a, b) = (pad(x.shape()), pad(y.shape()));
    let wide = |own: &[usize], first: bool| -> Shape {
        own.iter()
            .flat_map(|&size| if first { [size, 1] } else { [1, size] })
            .collect()
    };
    let product = ops::mul((
        &ops::reshape((x, &wide(&a, true)))?,
        &ops::reshape((y, &wide(&b, false)))?,
    ))?;
    let shape: Shape = a.iter().zip(&b).map(|(a, b)| a * b).collect();
    call(&ops::view::reshape::OP, (&product, &shape).into())
}
