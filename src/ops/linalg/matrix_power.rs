//! `torch.matrix_power(x, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "matrix_power",
    aliases: &["linalg_matrix_power"],
    signature: "(input, n)",
    forms: Forms::LINALG.and(Forms::BOTH),
    card: Card {
        summary: "A square matrix multiplied with itself n times; negative n: the inverse.",
        formula: "Y = A^n",
        gradients: &[(
            "input",
            r"\sum_{k = 0}^{n - 1} A^{\top k} \, \bar{Y} \, A^{\top (n - 1 - k)}",
        )],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.matrix_power.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[2,2], 3", "[3,3], 2", "[2,2], -1", "[2,2], 1", "f[2,2], 0"],
    misuses: &[(
        "[2,3], 2",
        "RuntimeError: linalg.matrix_power: A must be batches of square matrices, but they are 2 by 3 matrices",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (a, n) = (args.tensor(0)?, args.int(1, 1)?);
    let size = square_size("linalg.matrix_power", &a.array())?;
    let mut base = if n < 0 { ops::inv(a)? } else { a.clone() };
    let mut left = n.unsigned_abs();
    if left == 0 {
        let identity = ops::eye((size, size, a.dtype()))?;
        return call(
            &ops::view::clone::OP,
            (&ops::expand((&identity, &a.shape()))?).into(),
        );
    }
    let mut result: Option<Tensor> = None;
    while left > 0 {
        if left & 1 == 1 {
            result = Some(match result {
                Some(so_far) => ops::matmul((&so_far, &base))?,
                None => base.clone(),
            });
        }
        left >>= 1;
        if left > 0 {
            base = ops::matmul((&base, &base))?;
        }
    }
    Ok(result.into_iter().collect())
}
