//! `x.mT`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mT",
    signature: "(input)",
    forms: Forms::PROPERTY,
    card: Card {
        summary: "The last two dimensions swapped: the transpose of each matrix.",
        formula: r"y_{\dots ji} = x_{\dots ij}",
        gradients: &[("input", r"\bar{y}^\top")],
        shape_rule: "The last two sizes change places.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.mT.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        let n = shape.len();
        shape.swap(n - 1, n - 2);
        shape_of(shape, dtype)
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,3]", "[2,3,4]"],
    misuses: &[(
        "[3]",
        "RuntimeError: tensor.mT is only supported on matrices or batches of matrices. Got 1-D tensor.",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let ndim = args.tensor(0)?.ndim();
    if ndim < 2 {
        return Err(TensorError::runtime(format!(
            "tensor.mT is only supported on matrices or batches of matrices. Got {ndim}-D tensor."
        )));
    }
    call(&super::transpose::OP, (args.at(0), -2, -1).into())
}
