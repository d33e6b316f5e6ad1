//! `torch.where(condition, x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "where",
    signature: "(condition, input, other)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Takes from the first where the condition holds, else from the second.",
        formula: r"y = x \text{ if } c \text{, else } z",
        gradients: &[
            ("input", r"\bar{y} \text{ where } c \text{, else } 0"),
            ("other", r"\bar{y} \text{ where not } c \text{, else } 0"),
        ],
        shape_rule: "All three shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.where.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "WhereBackward0",
    saves: &[Save::Input(0)],
    examples: &[
        "b[2,3], [2,3], [2,3]",
        "b[3], [2,3], [2,1]",
        "b[2,1], [3], 0.0",
        "b[], [2], 1.5",
        "b[0], [0], [0]",
        "b[3], 1.0, 2.0",
        "b[3], i[3], 2",
    ],
    misuses: &[
        (
            "b[3], [4], [4]",
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
        ),
        (
            "[2], [2], [2]",
            "RuntimeError: where expected condition to be a boolean tensor, but got a tensor with dtype Double",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let pair = Pair::any(args, 1, 2)?;
    shape_of(
        broadcast("where", &args.shape(0)?, &pair.shape)?,
        pair.dtype,
    )
}

fn forward(args: &Args) -> Result<Out> {
    let condition = args.array(0)?;
    if !matches!(condition.dtype(), DType::Bool | DType::U8) {
        return Err(TensorError::runtime(format!(
            "where expected condition to be a boolean tensor, but got a tensor with dtype {}",
            condition.dtype().word()
        )));
    }
    let pair = Pair::any(args, 1, 2)?;
    let shape = broadcast("where", condition.shape(), &pair.shape)?;
    let condition = condition.to_dtype(DType::Bool)?;
    one(dispatch!(pair.dtype, T => pair.choose::<T>(&condition, shape)?))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, condition) = (ctx.grad()?, ctx.tensor(0)?);
    ctx.each::<3>(|input| match input {
        1 => ops::where_((condition, &grad, 0.0)),
        _ => ops::where_((condition, 0.0, &grad)),
    })
}
