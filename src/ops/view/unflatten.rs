//! `x.unflatten(1, (2, 3))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "unflatten",
    signature: "(input, dim, sizes)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Splits one dimension into several.",
        formula: r"y = x \text{, read row by row}",
        gradients: &[("input", r"\bar{y} \text{, in the shape of } x")],
        shape_rule: "The given sizes in the place of the dimension; one may be -1.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.unflatten.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(wanted(args, &shape)?, dtype)
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,6], 1, (2,3)", "[2,6], -1, (-1,2)"],
    misuses: &[(
        "[2,6], 1, (4,2)",
        "RuntimeError: unflatten: Provided sizes [4, 2] don't multiply up to the size of dim 1 (6) in the input tensor",
    )],
    ..Op::BASE
};

fn wanted(args: &Args, shape: &Shape) -> Result<Shape> {
    let dim = args.dim(1, 0, shape.len())?;
    let sizes = args.ints(2)?.unwrap_or_default();
    let size = shape[dim] as i64;
    let known: i64 = sizes.iter().filter(|&&n| n >= 0).product();
    let fits = if sizes.contains(&-1) {
        known > 0 && size % known == 0
    } else {
        known == size
    };
    if !fits {
        return Err(TensorError::runtime(format!(
            "unflatten: Provided sizes {} don't multiply up to the size of dim {dim} ({size}) in the input tensor",
            size_text(&sizes)
        )));
    }
    let mut out = Shape::from_slice(&shape[..dim]);
    out.extend(sizes.iter().map(|&n| {
        if n < 0 {
            (size / known) as usize
        } else {
            n as usize
        }
    }));
    out.extend_from_slice(&shape[dim + 1..]);
    Ok(out)
}

fn compose(args: &Args) -> Result<Outputs> {
    let shape = wanted(args, &args.shape(0)?)?;
    call(&super::view_::OP, (args.at(0), &shape).into())
}
