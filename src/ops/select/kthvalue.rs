//! `x.kthvalue(2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "kthvalue",
    signature: "(input, k, dim=-1, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The k-th least element along a dimension, and where it stands.",
        formula: "y = x_{(k)}",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the place that was picked, 0 elsewhere}",
        )],
        shape_rule: "The dimension disappears, or has size 1 with keepdim=True; the indices are int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.kthvalue.html",
    },
    shape: Some(|args| picked_shape(args, 2)),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| ctx.only(to_picked(ctx, 2)?)),
    grad_fn: "KthvalueBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("kthvalue", &["values", "indices"]),
    examples: &["[5], 2", "[2,3], 1, 0", "[2,3], 3, 1, True", "i[5], 3"],
    misuses: &[(
        "[3], 5",
        "RuntimeError: kthvalue(): selected number k out of range for dimension 0",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(2, -1, array.ndim())?;
    let k = args.int(1, 1)? as usize;
    if k < 1 || k > array.shape().get(dim).copied().unwrap_or(1) {
        return Err(TensorError::runtime(format!(
            "kthvalue(): selected number k out of range for dimension {dim}"
        )));
    }
    let shape = picked_shape(args, 2)?.swap_remove(0).0;
    picked(&array, dim, &shape, |line, _| ordered(line, false)[k - 1])
}
