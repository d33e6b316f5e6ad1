//! `torch.cross(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cross",
    signature: "(input, other, dim=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The vector that stands at right angles to two others, as long as the area between them.",
        formula: r"y = x \times z = (x_2 z_3 - x_3 z_2, \; x_3 z_1 - x_1 z_3, \; x_1 z_2 - x_2 z_1)",
        gradients: &[
            ("input", r"z \times \bar{y}"),
            ("other", r"\bar{y} \times x"),
        ],
        shape_rule: "The shapes are broadcast; the dimension has size 3.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.cross.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "LinalgCrossBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[3], [3]", "[2,3], [2,3]", "[3,2], [3,2], 0"],
    misuses: &[("[2], [2]", "RuntimeError: no dimension of size 3 in input")],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    let shape = broadcast("cross", &x.shape(), &y.shape())?;
    let dim = match args.at(2) {
        Arg::None => match shape.iter().position(|&size| size == 3) {
            Some(dim) => dim,
            None => return Err(TensorError::runtime("no dimension of size 3 in input")),
        },
        _ => args.dim(2, -1, shape.len())?,
    };
    if shape[dim] != 3 {
        return Err(TensorError::runtime(format!(
            "linalg.cross: inputs dimension {dim} must have length 3. Got {0} and {0}",
            shape[dim]
        )));
    }
    let (x, y) = (ops::expand((x, &shape))?, ops::expand((y, &shape))?);
    let turned = |t: &Tensor, by: i64| ops::roll((t, by, dim));
    let first = ops::mul((&turned(&x, -1)?, &turned(&y, -2)?))?;
    let second = ops::mul((&turned(&x, -2)?, &turned(&y, -1)?))?;
    call(&ops::elementwise::sub::OP, (&first, &second).into())
}
