//! `torch.cdist(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cdist",
    signature: "(x1, x2, p=2.0)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The distance of each row of one matrix to each of another.",
        formula: r"y_{ij} = \| x_i - z_j \|_p = \left( \sum_k |x_{ik} - z_{jk}|^p \right)^{1/p}",
        gradients: &[
            (
                "x1",
                r"\sum_j \bar{y}_{ij} \, g_{ij}, \; g_{ij} = \frac{d |d|^{p - 2}}{y_{ij}^{p - 1}}, \; d = x_i - z_j",
            ),
            (
                "x2",
                r"-\sum_i \bar{y}_{ij} \, g_{ij} \text{, where } g_{ij} = 0 \text{ for } y_{ij} = 0",
            ),
        ],
        shape_rule: "(..., n, d) and (..., m, d) give (..., n, m).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.cdist.html",
    },
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "CdistBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [4,3]", "[2,3], [4,3], 1.0"],
    misuses: &[(
        "[2,3], [2,4]",
        "RuntimeError: X1 and X2 must have the same number of columns. X1: 3 X2: 4",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    if x.ndim() < 2 || y.ndim() < 2 {
        return Err(TensorError::runtime(
            "cdist only supports at least 2D tensors, X1 got: 1D",
        ));
    }
    if x.shape().last() != y.shape().last() {
        return Err(TensorError::runtime(format!(
            "X1 and X2 must have the same number of columns. X1: {} X2: {}",
            x.shape()[x.ndim() - 1],
            y.shape()[y.ndim() - 1]
        )));
    }
    let many = [x, y].iter().any(|rows| rows.shape()[rows.ndim() - 2] > 25);
    if many && args.float(2, 2.0)? == 2.0 {
        return through_products(x, y);
    }
    let apart = ops::sub((&ops::unsqueeze((x, -2))?, &ops::unsqueeze((y, -3))?))?;
    call(
        &ops::reduce::vector_norm::OP,
        (&apart, args.float(2, 2.0)?, -1).into(),
    )
}

/// Above 25 rows as PyTorch does it, with its rounding: `|x|^2 - 2 x z + |z|^2` as one product of matrices.
fn through_products(x: &Tensor, y: &Tensor) -> Result<Outputs> {
    let squares = |x: &Tensor| ops::sum((&ops::pow((x, 2))?, -1, true));
    let (a, b) = (squares(x)?, squares(y)?);
    let ones = |like: &Tensor| ops::ones_like(like);
    let left = ops::cat((&[ops::mul((x, -2))?, a.clone(), ones(&a)?][..], -1))?;
    let right = ops::cat((&[y.clone(), ones(&b)?, b][..], -1))?;
    let squared = ops::matmul((&left, &ops::transpose((&right, -2, -1))?))?;
    let positive = ops::gt((&squared, 0))?;
    // The slope of the root at 0 is infinite: rows that are equal get none.
    let root = ops::sqrt(&ops::where_((&positive, &squared, 1.0))?)?;
    call(
        &ops::elementwise::where_::OP,
        (&positive, &root, 0.0).into(),
    )
}
