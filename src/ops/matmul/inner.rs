//! `torch.inner(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "inner",
    signature: "(input, other)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Sums of products along the last dimension of both.",
        formula: r"y_{ij} = \sum_k x_{ik} z_{jk}",
        gradients: &[
            ("input", r"\sum_j \bar{y}_{ij} z_{jk} = \bar{y} z"),
            ("other", r"\sum_i \bar{y}_{ij} x_{ik} = \bar{y}^\top x"),
        ],
        shape_rule: "The sizes of both without the last.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.inner.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[3], [3]", "[2,3], [4,3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    if x.ndim() == 0 || y.ndim() == 0 {
        return call(&ops::elementwise::mul::OP, (x, y).into());
    }
    if x.dtype() != y.dtype() {
        return Err(TensorError::runtime("both inputs should have same dtype"));
    }
    if x.shape().last() != y.shape().last() {
        return Err(TensorError::runtime(format!(
            "inner() the last dimension must match on both input tensors but got shapes {} and {}",
            size_text(&x.shape()),
            size_text(&y.shape())
        )));
    }
    call(
        &super::tensordot::OP,
        (x, y, &[-1i64][..], &[-1i64][..]).into(),
    )
}
