//! `x % y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "remainder",
    signature: "(input, other)",
    forms: Forms::ALL,
    operators: &["__mod__"],
    card: Card {
        summary: "What is left of a division rounded down: has the sign of the divisor, as in Python.",
        formula: r"y = x - z \lfloor x / z \rfloor",
        gradients: &[
            ("input", r"\bar{y}"),
            ("other", r"-\bar{y} \lfloor x / z \rfloor"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.remainder.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "RemainderBackward0",
    grad_fn_of: Some(|args| match args.at(1) {
        Arg::Tensor(_) => "RemainderBackward1",
        _ => "RemainderBackward0",
    }),
    saves: &[Save::InputFor(0, 1), Save::InputFor(1, 1)],
    examples: &["[2,3], p[3]", "[3], 0.7", "i[4], -3", "i[4], 3"],
    misuses: &[
        (
            "[3], [4]",
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
        ),
        ("i[2], 0", "RuntimeError: ZeroDivisionError"),
    ],
    lacks: Some(("remainder_cpu", &[DType::Bool])),
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    one(remainder(&Pair::new(args, 0, 1)?)?)
}

/// # Errors
/// RuntimeError `ZeroDivisionError` when an integer divisor is 0.
pub fn remainder(pair: &Pair) -> Result<Array> {
    Ok(match pair.dtype {
        DType::F32 => pair.map::<f32, f32>(modulo)?,
        DType::F64 => pair.map::<f64, f64>(modulo)?,
        dtype => {
            super::div::check_zero(pair)?;
            pair.map::<i64, i64>(|x, y| {
                if y == 0 {
                    0
                } else {
                    num_integer::Integer::mod_floor(&x, &y)
                }
            })?
            .to_dtype(dtype)?
        }
    })
}

fn modulo<T: Real>(x: T, y: T) -> T {
    let left = x % y;
    if left != T::ZERO && ((left < T::ZERO) != (y < T::ZERO)) {
        left + y
    } else {
        left
    }
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    ctx.each::<2>(|input| match input {
        0 => Ok(grad.clone()),
        _ => ops::mul((
            &ops::neg(&grad)?,
            &ops::div((args.at(0), args.at(1), "floor"))?,
        )),
    })
}
