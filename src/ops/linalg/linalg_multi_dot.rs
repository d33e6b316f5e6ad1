//! `torch.linalg.multi_dot([A, B, C])`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_multi_dot",
    signature: "(tensors)",
    forms: Forms::LINALG,
    card: Card {
        summary: "The product of several matrices.",
        formula: r"Y = A_1 A_2 \cdots A_k",
        gradients: &[(
            "tensors",
            r"(A_1 \cdots A_{i - 1})^\top \, \bar{Y} \, (A_{i + 1} \cdots A_k)^\top \text{ for } A_i",
        )],
        shape_rule: "(n x k), (k x l), ... and (l x m) give (n x m); the first and the last may be vectors.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.multi_dot.html",
    },
    forward: Forward::Composite(compose),
    grad_fn_of: Some(|_| "ViewBackward0"),
    examples: &["{[2,3],[3,4],[4,1]}"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensors = args.tensor_list(0)?;
    let Some((first, rest)) = tensors.split_first() else {
        return Err(TensorError::runtime(
            "multi_dot(): expected at least 2 tensors but got 0",
        ));
    };
    let mut product = first.clone();
    for tensor in rest {
        product = ops::matmul((&product, tensor))?;
    }
    Ok(smallvec![product])
}
