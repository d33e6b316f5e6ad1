//! `torch.triu(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "triu",
    signature: "(input, diagonal=0)",
    forms: Forms::ALL,
    card: Card {
        summary: "The upper triangle of each matrix; 0 below the diagonal.",
        formula: r"y_{ij} = x_{ij} \text{ if } j \ge i + k \text{, else } 0",
        gradients: &[("input", r"\bar{y} \text{ in the triangle, 0 elsewhere}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.triu.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| ctx.only(ops::triu((&ctx.grad()?, ctx.args().at(1)))?)),
    grad_fn: "TriuBackward0",
    examples: &[
        "[3,3]",
        "[2,3], 1",
        "[3,2], -1",
        "[2,2,3]",
        "T[3,3]",
        "i[3,3]",
        "[0,3]",
    ],
    misuses: &[(
        "[3]",
        "RuntimeError: triu: input tensor must have at least 2 dimensions",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    if array.ndim() < 2 {
        return Err(TensorError::runtime(
            "triu: input tensor must have at least 2 dimensions",
        ));
    }
    let diagonal = args.int(1, 0)?;
    let (rows, columns) = (
        array.shape()[array.ndim() - 2],
        array.shape()[array.ndim() - 1],
    );
    one(dispatch!(array.dtype(), T => {
        let mut values = array.gather::<T>()?;
        for (i, x) in values.iter_mut().enumerate() {
            let (row, column) = ((i / columns % rows.max(1)) as i64, (i % columns) as i64);
            if column < row + diagonal {
                *x = T::default();
            }
        }
        Array::from_vec(values, array.shape().clone())
    }))
}
