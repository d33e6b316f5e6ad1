//! `x / y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "div",
    aliases: &["divide", "true_divide"],
    signature: "(input, other, *, rounding_mode=None)",
    forms: Forms::ALL,
    operators: &["__truediv__"],
    card: Card {
        summary: "Divides element by element; integers too give floating point. With rounding_mode 'trunc' or 'floor' the quotient is rounded.",
        formula: "y = x / z",
        gradients: &[("input", r"\bar{y} / z"), ("other", r"-\bar{y} x / z^2")],
        shape_rule: "The shapes are broadcast. Without rounding the dtype is floating point.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.div.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "DivBackward0",
    grad_fn_of: Some(|args| {
        if args.has(2) {
            "DivBackward2"
        } else {
            "DivBackward0"
        }
    }),
    saves: &[Save::Input(1), Save::InputFor(0, 1)],
    examples: &[
        "[2,3], p[2,3]",
        "[2,3], p[3]",
        "p[2,1], p[1,3]",
        "[3], 1.5",
        "[], p[2,2]",
        "[0,3], [3]",
        "T[3,2], p[2]",
        "i[3], i[3]",
        "i[3], 2",
        "[5], p[5], rounding_mode='floor'",
        "i[3], 2, rounding_mode='trunc'",
        "i[3], -2, rounding_mode='floor'",
    ],
    misuses: &[
        (
            "[3], [4]",
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
        ),
        (
            "[3], 2.0, rounding_mode='up'",
            "RuntimeError: div expected rounding_mode to be one of None, 'trunc', or 'floor' but found 'up'",
        ),
        (
            "i[2], 0, rounding_mode='floor'",
            "RuntimeError: ZeroDivisionError",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let pair = Pair::new(args, 0, 1)?;
    shape_of(
        pair.shape,
        if args.has(2) {
            pair.dtype
        } else {
            pair.dtype.to_float()
        },
    )
}

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    if !args.has(2) {
        return one(
            match pair.dtype.to_float() {
                DType::F32 => pair.map_lanes(|x, y| x / y)?,
                _ => pair.map::<f64, f64>(|x, y| x / y)?,
            },
        );
    }
    let floor = match args.text(2, "")? {
        "floor" => true,
        "trunc" => false,
        other => {
            return Err(TensorError::runtime(format!(
                "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '{other}'"
            )));
        }
    };
    one(if floor {
        floor_divide(&pair)?
    } else {
        trunc_divide(&pair)?
    })
}

/// The quotient rounded down; RuntimeError `ZeroDivisionError` for integers.
pub fn floor_divide(pair: &Pair) -> Result<Array> {
    Ok(match pair.dtype {
        DType::F32 => pair.map::<f32, f32>(floor_quotient)?,
        DType::F64 => pair.map::<f64, f64>(floor_quotient)?,
        dtype => {
            check_zero(pair)?;
            pair.map::<i64, i64>(|x, y| {
                if y == 0 {
                    0
                } else {
                    num_integer::Integer::div_floor(&x, &y)
                }
            })?
            .to_dtype(dtype)?
        }
    })
}

fn trunc_divide(pair: &Pair) -> Result<Array> {
    Ok(match pair.dtype {
        DType::F32 => pair.map::<f32, f32>(|x, y| (x / y).trunc())?,
        DType::F64 => pair.map::<f64, f64>(|x, y| (x / y).trunc())?,
        dtype => {
            check_zero(pair)?;
            pair.map::<i64, i64>(|x, y| x.checked_div(y).unwrap_or(0))?
                .to_dtype(dtype)?
        }
    })
}

/// Python's floor division, which is exact where `floor(x / y)` may be one too high.
fn floor_quotient<T: Real>(x: T, y: T) -> T {
    if y == T::ZERO {
        return x / y;
    }
    let remainder = x % y;
    let mut quotient = (x - remainder) / y;
    if remainder != T::ZERO && ((y < T::ZERO) != (remainder < T::ZERO)) {
        quotient = quotient - T::ONE;
    }
    if quotient == T::ZERO {
        return T::ZERO.copysign(x / y);
    }
    let floor = quotient.floor();
    if quotient - floor > T::from_f64(0.5) {
        floor + T::ONE
    } else {
        floor
    }
}

/// # Errors
/// RuntimeError `ZeroDivisionError` when an integer divisor is 0.
pub fn check_zero(pair: &Pair) -> Result<()> {
    let zero = match &pair.b {
        Operand::Array(array) => array.to_i64_vec().contains(&0) && numel(&pair.shape) > 0,
        Operand::Int(i) => *i == 0,
        Operand::Float(_) => false,
    };
    if zero {
        Err(TensorError::runtime("ZeroDivisionError"))
    } else {
        Ok(())
    }
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    if args.has(2) {
        return ctx.each::<2>(|input| ops::zeros(&ctx.shape(input)?, ctx.dtype(input)?));
    }
    ctx.each::<2>(|input| match input {
        0 => ops::div((&grad, args.at(1))),
        _ => {
            let quotient = ops::div((&ops::div((args.at(0), args.at(1)))?, args.at(1)))?;
            ops::mul((&ops::neg(&grad)?, &quotient))
        }
    })
}
