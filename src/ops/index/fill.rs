//! `x.fill_(3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "fill",
    signature: "(input, value)",
    forms: Forms::ALL,
    card: Card {
        summary: "Sets all elements to one value.",
        formula: "y_i = v",
        gradients: &[("input", "0"), ("value", r"\sum_i \bar{y}_i")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.fill_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "FillBackward2",
    grad_fn_of: Some(|args| {
        if args.at(1).is_tensor() {
            "FillBackward3"
        } else {
            "FillBackward2"
        }
    }),
    examples: &["[2,3], 1.5", "[2,3], []", "i[3], 2", "b[2], True", "[0], 1"],
    misuses: &[(
        "[3], [2]",
        "RuntimeError: fill_ only supports 0-dimension value tensor but got tensor with 1 dimensions.",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (shape, dtype) = args.meta(0)?;
    let value = match args.at(1) {
        Arg::Tensor(value) if value.ndim() > 0 => {
            return Err(TensorError::runtime(format!(
                "fill_ only supports 0-dimension value tensor but got tensor with {} dimensions.",
                value.ndim()
            )));
        }
        Arg::Tensor(value) => value.array().to_dtype(dtype)?,
        Arg::Int(int) => dispatch!(dtype, T => Array::scalar(T::from_i64(*int))),
        _ => Array::number(args.float(1, 0.0)?, dtype),
    };
    one(dispatch!(dtype, T => {
        let element = value.storage().data::<T>()[value.offset()];
        Array::full(shape, element)?
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<2>(|input| {
        if input == 0 {
            ops::zeros_like(&grad)
        } else {
            ops::to_dtype(&ops::sum(&grad)?, ctx.dtype(1)?)
        }
    })
}
