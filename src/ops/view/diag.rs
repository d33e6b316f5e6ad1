//! `torch.diag(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "diag",
    signature: "(input, diagonal=0)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Of a matrix its diagonal, of a vector the matrix with it on the diagonal.",
        formula: r"y_i = x_{ii} \text{ or } y_{ii} = x_i",
        gradients: &[("input", r"\bar{y} \text{ on the diagonal}")],
        shape_rule: "(n) gives (n x n), (n x m) the diagonal's length.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.diag.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        let k = args.int(1, 0)?;
        let side = k.unsigned_abs() as usize;
        shape_of(
            match shape.as_slice() {
                [n] => smallvec![n + side, n + side],
                [n, m] => {
                    let (n, m) = (*n as i64, *m as i64);
                    smallvec![if k >= 0 { n.min(m - k) } else { (n + k).min(m) }.max(0) as usize]
                }
                _ => Shape::new(),
            },
            dtype,
        )
    }),
    forward: Forward::Composite(compose),
    examples: &["[3]", "[3], 1", "[2,3]", "[3,3], -1"],
    misuses: &[(
        "[2,2,2]",
        "RuntimeError: diag(): Supports 1D or 2D tensors. Got 3D",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    match args.tensor(0)?.ndim() {
        1 => call(&super::diag_embed::OP, (args.at(0), args.at(1)).into()),
        2 => call(&super::diagonal::OP, (args.at(0), args.at(1)).into()),
        n => Err(TensorError::runtime(format!(
            "diag(): Supports 1D or 2D tensors. Got {n}D"
        ))),
    }
}
