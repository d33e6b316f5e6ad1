//! `x.masked_fill(mask, value)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "masked_fill",
    signature: "(input, mask, value)",
    forms: Forms::ALL,
    card: Card {
        summary: "Sets the elements where the mask is true to one value.",
        formula: r"y_i = v \text{ if } m_i \text{, else } x_i",
        gradients: &[
            ("input", r"\bar{y}_i \text{, 0 where masked}"),
            ("value", r"\sum_{i: m_i} \bar{y}_i"),
        ],
        shape_rule: "Input and mask are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.masked_fill_.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MaskedFillBackward0",
    grad_fn_of: Some(|args| {
        if args.at(2).is_tensor() {
            "MaskedFillBackward1"
        } else {
            "MaskedFillBackward0"
        }
    }),
    saves: &[Save::Input(1)],
    examples: &[
        "[2,3], b[2,3], 1.5",
        "f[2,3], b[3], -inf",
        "[3], b[2,1], 0",
        "[2,3], b[2,3], []",
        "i[3], b[3], 7",
        "T[2,3], b[2,3], 0",
    ],
    misuses: &[
        (
            "[2,3], [2,3], 0",
            "RuntimeError: masked_fill_ only supports boolean masks, but got mask with dtype double",
        ),
        (
            "[2,3], b[2], 0",
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1",
        ),
        (
            "[3], b[3], [2]",
            "RuntimeError: masked_fill only supports a 0-dimensional value tensor, but got tensor with 1 dimension(s).",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (input, dtype) = args.meta(0)?;
    shape_of(broadcast("masked_fill", &input, &args.shape(1)?)?, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let (array, mask) = (args.array(0)?, args.array(1)?);
    if mask.dtype() != DType::Bool {
        let word = match mask.dtype() {
            DType::F64 => "double",
            DType::F32 => "float",
            DType::I64 => "long int",
            DType::I32 => "int",
            _ => "unsigned char",
        };
        return Err(TensorError::runtime(format!(
            "masked_fill_ only supports boolean masks, but got mask with dtype {word}"
        )));
    }
    let shape = broadcast("masked_fill", array.shape(), mask.shape())?;
    let value = match args.at(2) {
        Arg::Tensor(value) if value.ndim() > 0 => {
            return Err(TensorError::runtime(format!(
                "masked_fill only supports a 0-dimensional value tensor, but got tensor with {} dimension(s).",
                value.ndim()
            )));
        }
        Arg::Tensor(value) => value.array().to_dtype(array.dtype())?,
        Arg::Int(int) => dispatch!(array.dtype(), T => Array::scalar(T::from_i64(*int))),
        _ => Array::number(args.float(2, 0.0)?, array.dtype()),
    };
    one(dispatch!(array.dtype(), T => {
        let value = value.storage().data::<T>()[value.offset()];
        map2::<T, bool, T>(&array, &mask, &shape, |x, masked| if masked { value } else { x })?
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, mask) = (ctx.grad()?, ctx.tensor(1)?);
    let input = || ops::sum_to_size(&ops::masked_fill((&grad, mask, 0.0))?, &ctx.shape(0)?);
    // The masked elements are what a fill with zero takes away.
    let value = || {
        let kept = ops::masked_fill((&grad, mask, 0.0))?;
        ops::to_dtype(
            &ops::sum(&ops::add((&grad, &ops::mul((&kept, -1.0))?))?)?,
            ctx.dtype(2)?,
        )
    };
    Ok(Grads::from_iter([
        ctx.needs(0).then(input).transpose()?,
        None,
        ctx.needs(2).then(value).transpose()?,
    ]))
}
