//! `torch.linalg.lstsq(A, B)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_lstsq",
    signature: "(A, B, rcond=None, *, driver=None)",
    forms: Forms::LINALG,
    card: Card {
        summary: "The X for which A X comes closest to B, by least squares.",
        formula: r"X = \arg\min_X \|A X - B\|^2 = A^+ B",
        gradients: &[
            ("A", r"-\overline{\text{B}} \, X^\top + (B - A X) \bar{X}^\top A^+ A^{+\top}"),
            ("B", r"A^{+\top} \bar{X}"),
        ],
        shape_rule: "(m x n) and (m x k) give (n x k).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.lstsq.html",
    },
    forward: Forward::Composite(compose),
    returns: Returns::Named(
        "linalg_lstsq",
        &["solution", "residuals", "rank", "singular_values"],
    ),
    examples: &["f[3,2], f[3,1]", "f[3,2], f[3]", "f[2,3], f[2,1]"],
    program: "A = torch.tensor([[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])\nB = torch.tensor([[1.0], [2.0], [2.0]])\nprint(torch.linalg.lstsq(A, B).solution)  # the line through three points",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (a, b) = (args.tensor(0)?, args.tensor(1)?);
    let (m, n) = matrix_size("torch.linalg.lstsq", &a.array())?;
    let vector = b.ndim() + 1 == a.ndim();
    let right = if vector {
        ops::unsqueeze((b, -1))?
    } else {
        b.clone()
    };
    let solution = if m >= n {
        let parts = call(&ops::linalg::qr_::OP, a.into())?;
        ops::solve((&parts[1], &ops::matmul((&ops::mT(&parts[0])?, &right))?))?
    } else {
        ops::matmul((&ops::pinv(a)?, &right))?
    };
    let error = ops::sub((&ops::matmul((a, &solution))?, &right))?;
    let residuals = if m > n {
        ops::sum((&ops::mul((&error, &error))?, -2))?
    } else {
        ops::zeros(&smallvec![0], a.dtype())?
    };
    let rank = ops::matrix_rank(a)?;
    let solution = if vector {
        ops::squeeze((&solution, -1))?
    } else {
        solution
    };
    Ok(smallvec![
        solution,
        residuals,
        rank,
        ops::zeros(&smallvec![0], a.dtype())?
    ])
}
