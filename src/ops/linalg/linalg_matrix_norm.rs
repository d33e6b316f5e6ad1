//! `torch.linalg.matrix_norm(A)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_matrix_norm",
    signature: "(A, ord='fro', dim=(-2, -1), keepdim=False)",
    forms: Forms::LINALG,
    card: Card {
        summary: "A norm of each matrix: 'fro', 'nuc', 1, inf (largest column or row sum), 2 (largest singular value).",
        formula: r"y = \| A \|",
        gradients: &[("A", r"\text{through the reduction used}")],
        shape_rule: "The last two dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.matrix_norm.html",
    },
    forward: Forward::Composite(compose),
    examples: &[
        "[2,3]",
        "[2,3], 'nuc'",
        "[2,3], 1",
        "[2,3], inf",
        "[2,3], 2",
    ],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let a = args.tensor(0)?;
    let keep = args.flag(3, false)?;
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
        return call(vector_norm, (a, 2, &[-2i64, -1][..], keep).into());
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
        call(&ops::view::squeeze::OP, (&norm, &[-2i64, -1][..]).into())
    }
}
