//! `F.linear(x, weight, bias)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linear",
    signature: "(input, weight, bias=None)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "A linear layer: each row times the transposed weight, plus the bias.",
        formula: r"y = x W^\top + b",
        gradients: &[
            ("input", r"\bar{y} W"),
            ("weight", r"\sum_n \bar{y}_n x_n^\top = \bar{y}^\top x"),
            ("bias", r"\sum_n \bar{y}_n"),
        ],
        shape_rule: "(..., in) with a weight (out, in) gives (..., out).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.linear.html",
    },
    shape: Some(shape),
    forward: Forward::Composite(compose),
    examples: &[
        "[2,3], [4,3], [4]",
        "[3], [2,3], [2]",
        "[2,1,3], [4,3], [4]",
        "[2,3], [4,3]",
        "T[2,3], [2,3], [2]",
        "[0,3], [2,3], [2]",
    ],
    misuses: &[
        (
            "[1,4], [2,3], [2]",
            "RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (1x4 and 3x2)",
        ),
        (
            "[1,4], [2,3]",
            "RuntimeError: mm: mat1 and mat2 shapes cannot be multiplied (1x4 and 3x2)",
        ),
        (
            "f[2,3], [4,3], [4]",
            "RuntimeError: mat1 and mat2 must have the same dtype, but got Float and Double",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let ((mut shape, dtype), weight) = (args.meta(0)?, args.shape(1)?);
    shape.pop();
    if weight.len() == 2 {
        shape.push(weight[0]);
    }
    shape_of(shape, dtype)
}

fn compose(args: &Args) -> Result<Outputs> {
    let (input, weight) = (args.tensor(0)?, args.tensor(1)?);
    let Some(bias) = args.optional_tensor(2)? else {
        let transposed = ops::t(weight)?;
        return call(&super::matmul::OP, (input, &transposed).into());
    };
    let transposed = ops::t(weight)?;
    if input.ndim() == 2 {
        return call(&super::addmm::OP, (bias, input, &transposed).into());
    }
    let mut shape = input.shape();
    let inner = shape.pop().unwrap_or(1);
    let count = numel(&shape) as i64;
    let rows = ops::reshape((input, &[count, inner as i64][..]))?;
    let product = ops::addmm((bias, &rows, &transposed))?;
    shape.push(product.shape()[1]);
    call(&ops::view::unsafe_view::OP, (&product, &shape).into())
}
