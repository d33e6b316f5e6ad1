//! `torch.linalg.matrix_norm(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_matrix_norm",
    signature: "(A, ord='fro', dim=(-2, -1), keepdim=False)",
    forms: Forms::LINALG,
    card: Card {
        summary: "A norm of each matrix: 'fro', 'nuc' (the sum of its singular values), 2 (the largest of them), 1 (the largest sum of a column), inf (of a row).",
        formula: r"y = \begin{cases} \sqrt{\sum_{ij} a_{ij}^2} & \text{fro} \\ \sum_k s_k & \text{nuc} \\ s_1 & 2 \\ \max_j \sum_i |a_{ij}| & 1 \end{cases}",
        gradients: &[(
            "A",
            r"\begin{cases} \bar{y} A / y & \text{fro} \\ \bar{y} U V^\top & \text{nuc} \\ \bar{y} u_1 v_1^\top & 2 \\ \bar{y} \operatorname{sgn} a_{ij} \text{ in that column} & 1 \end{cases}",
        )],
        shape_rule: "The two dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.matrix_norm.html",
    },
    forward: Forward::Composite(compose),
    examples: &[
        "[2,3]",
        "[2,3], 'nuc'",
        "[2,3], 1",
        "[2,3], inf",
        "[2,3], 2",
        "[2,3,2], 'fro', (0,1)",
        "[2,3,2], 1, (2,0), True",
    ],
    misuses: &[
        (
            "[3]",
            "RuntimeError: linalg.matrix_norm: The input tensor A must have at least 2 dimensions.",
        ),
        ("[2,3], 3", "RuntimeError: linalg.matrix_norm: Order 3 not supported."),
    ],
    ..Op::BASE
};

const LAST: &[i64] = &[-2, -1];

fn compose(args: &Args) -> Result<Outputs> {
    let a = args.tensor(0)?;
    let keep = args.flag(3, false)?;
    if a.ndim() < 2 {
        return Err(TensorError::runtime(
            "linalg.matrix_norm: The input tensor A must have at least 2 dimensions.",
        ));
    }
    let dims = args.ints(2)?.unwrap_or_else(|| LAST.into());
    if dims.len() != 2 {
        return Err(TensorError::runtime(format!(
            "linalg.matrix_norm: dim must be a 2-tuple. Got {}",
            size_text(&dims)
        )));
    }
    if &dims[..] != LAST {
        let last = ops::movedim((a, &dims[..], LAST))?;
        let norm = ops::linalg_matrix_norm((&last, args.at(1), LAST, keep))?;
        return Ok(smallvec![if keep {
            ops::movedim((&norm, LAST, &dims[..]))?
        } else {
            norm
        }]);
    }
    let sums = |dim: i64, least: bool| -> Result<Tensor> {
        let sums = ops::sum((&ops::abs(a)?, dim, true))?;
        let other = -3 - dim;
        if least {
            ops::amin((&sums, other, true))
        } else {
            ops::amax((&sums, other, true))
        }
    };
    let singular = |pick: fn(Args) -> Result<Tensor>| -> Result<Tensor> {
        let s = pick((&ops::svdvals(a)?, -1, true).into())?;
        ops::unsqueeze((&s, -1))
    };
    let frobenius = match args.at(1) {
        Arg::None => true,
        Arg::Str(name) => &**name == "fro",
        _ => false,
    };
    if frobenius {
        let vector_norm = &ops::reduce::vector_norm::OP;
        return call(vector_norm, (a, 2, LAST, keep).into());
    }
    let norm = match (args.at(1), args.float(1, f64::NAN)) {
        (Arg::Str(name), _) if &**name == "nuc" => singular(ops::sum)?,
        (_, Ok(1.0)) => sums(-2, false)?,
        (_, Ok(-1.0)) => sums(-2, true)?,
        (_, Ok(2.0)) => singular(ops::amax)?,
        (_, Ok(-2.0)) => singular(ops::amin)?,
        (_, Ok(f64::INFINITY)) => sums(-1, false)?,
        (_, Ok(f64::NEG_INFINITY)) => sums(-1, true)?,
        (_, Ok(order)) => {
            return Err(TensorError::runtime(format!(
                "linalg.matrix_norm: Order {order} not supported."
            )));
        }
        (_, Err(error)) => return Err(error),
    };
    if keep {
        Ok(smallvec![norm])
    } else {
        call(&ops::view::squeeze::OP, (&norm, LAST).into())
    }
}
