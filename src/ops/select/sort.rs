//! `x.sort()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "sort",
    signature: "(input, dim=-1, descending=False, stable=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The elements in order along a dimension, and where each came from.",
        formula: r"y_0 \le y_1 \le \dots \text{, or } y_0 \ge y_1 \ge \dots \text{ with descending}",
        gradients: &[("input", r"\bar{y}_j \text{ at } x_{k_j} \text{, where } y_j = x_{k_j}")],
        shape_rule: "As the input, twice: values, and indices in int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.sort.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SortBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("sort", &["values", "indices"]),
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[5], 0, True",
        "T[3,2], 1",
        "n[5]",
        "i[5]",
        "[]",
    ],
    misuses: &[(
        "[2,3], 5",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 5)",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    args.dim(1, -1, shape.len())?;
    Ok(smallvec![(shape.clone(), dtype), (shape, DType::I64)])
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = args.dim(1, -1, array.ndim())?;
    let descending = args.flag(2, false)?;
    let length = array.shape().get(dim).copied().unwrap_or(1);
    chosen(&array, dim, length, &mut |line, _, out| {
        for (place, number) in out.iter_mut().zip(ordered(line, descending)) {
            *place = number as i64;
        }
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    ctx.only(to_sorted_places(ctx, ctx.args().int(1, -1)?)?)
}
