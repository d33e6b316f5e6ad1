//! `x ** y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "pow",
    signature: "(input, exponent)",
    forms: Forms::ALL,
    operators: &["__pow__"],
    card: Card {
        summary: "Raises each element to a power.",
        formula: "y = x^z",
        gradients: &[
            ("input", r"\bar{y} \, z x^{z - 1}"),
            ("exponent", r"\bar{y} \, y \ln x"),
        ],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.pow.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "PowBackward0",
    grad_fn_of: Some(|args| {
        match (args.at(0).is_tensor(), args.at(1).is_tensor()) {
            (false, _) => "PowBackward2",
            (true, true) => "PowBackward1",
            (true, false) => "PowBackward0",
        }
    }),
    saves: &[Save::Input(0), Save::Input(1), Save::Output(0)],
    examples: &[
        "p[2,3], [2,3]",
        "[2,3], 2",
        "p[3], 1.5",
        "p[3], -1",
        "[3], 3",
        "[3], 0",
        "[3], 1",
        "2.5, [3]",
        "p[2,1], [3]",
        "i[4], 2",
        "0, p[3]",
    ],
    misuses: &[
        (
            "[3], [4]",
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
        ),
        (
            "i[2], -1",
            "RuntimeError: Integers to negative integer powers are not allowed.",
        ),
    ],
    lacks: Some(("pow", &[DType::Bool])),
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    let negative = match &pair.b {
        Operand::Int(i) => *i < 0,
        _ => false,
    };
    if negative && !pair.dtype.is_float() {
        return Err(TensorError::runtime(
            "Integers to negative integer powers are not allowed.",
        ));
    }
    let exponent = match &pair.b {
        Operand::Int(i) => Some(*i as f64),
        Operand::Float(x) => Some(*x),
        Operand::Array(_) => None,
    };
    if exponent == Some(2.0) && pair.dtype == DType::F32 {
        return one(pair.map_lanes(|x, _| x * x)?);
    }
    one(dispatch_real!(pair.dtype, T => match exponent {
        Some(2.0) => pair.map::<T, T>(|x, _| x * x)?,
        Some(3.0) => pair.map::<T, T>(|x, _| x * x * x)?,
        Some(1.0) => pair.map::<T, T>(|x, _| x)?,
        Some(0.5) => pair.map::<T, T>(|x, _| x.sqrt())?,
        Some(-0.5) => pair.map::<T, T>(|x, _| x.sqrt().recip())?,
        Some(-1.0) => pair.map::<T, T>(|x, _| x.recip())?,
        Some(-2.0) => pair.map::<T, T>(|x, _| (x * x).recip())?,
        _ => pair.map::<T, T>(|x, y| x.powf(y))?,
    }, _ => {
        pair.map::<i64, i64>(whole_power)?.to_dtype(pair.dtype)?
    }))
}

/// In whole numbers: a negative power of anything but 1 and -1 is 0.
fn whole_power(x: i64, y: i64) -> i64 {
    match (x, y) {
        (1, _) => 1,
        (-1, y) if y < 0 => 1 - 2 * (y & 1),
        (_, y) if y < 0 => 0,
        _ => x.wrapping_pow(y.min(i64::from(u32::MAX)) as u32),
    }
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    ctx.each::<2>(|input| match (input, args.at(1)) {
        (0, Arg::Tensor(exponent)) => {
            let slope = ops::mul((
                exponent,
                &ops::pow((args.at(0), &ops::sub((exponent, 1))?))?,
            ))?;
            let slope = ops::where_((&ops::eq((exponent, 0))?, 0.0, &slope))?;
            ops::mul((&grad, &slope))
        }
        (0, exponent) => match exponent_of(exponent) {
            0.0 => ops::zeros_like(&grad),
            2.0 if !ctx.create_graph() => square_gradient(&grad, ctx.tensor(0)?),
            z => ops::mul((
                &grad,
                &ops::mul((&ops::pow((args.at(0), less_one(exponent)))?, z))?,
            )),
        },
        _ => exponent_gradient(ctx, &grad),
    })
}

/// `x ** 2` is what losses are made of: one pass.
fn square_gradient(grad: &Tensor, x: &Tensor) -> Result<Tensor> {
    let (grad, x) = (grad.array().to_dtype(x.dtype())?, x.array());
    let result = match x.dtype() {
        DType::F32 => map2_lanes(&grad, &x, x.shape(), |g, x| g * (x + x))?,
        _ => map2::<f64, f64, f64>(&grad, &x, x.shape(), |g, x| g * (x + x))?,
    };
    Ok(Tensor::new(result))
}

fn exponent_of(exponent: &Arg) -> f64 {
    match exponent {
        Arg::Int(i) => *i as f64,
        Arg::Float(x) => *x,
        _ => 1.0,
    }
}

fn less_one(exponent: &Arg) -> Arg {
    match exponent {
        Arg::Int(i) => Arg::Int(i - 1),
        other => Arg::Float(exponent_of(other) - 1.0),
    }
}

/// 0 where the base is 0 and the exponent is not negative, although the logarithm is -inf there.
fn exponent_gradient(ctx: &Context, grad: &Tensor) -> Result<Tensor> {
    let args = ctx.args();
    let (exponent, result) = (ctx.tensor(1)?, ctx.output(0)?);
    let log = match args.at(0) {
        Arg::Tensor(base) => {
            let log = ops::log(base)?;
            let zero = ops::logical_and((&ops::eq((base, 0))?, &ops::ge((exponent, 0))?))?;
            ops::where_((&zero, 0.0, &log))?
        }
        base if exponent_of(base) == 0.0 => {
            ops::where_((&ops::ge((exponent, 0))?, 0.0, f64::NEG_INFINITY))?
        }
        base => Tensor::new(Array::number(exponent_of(base).ln(), result.dtype())),
    };
    ops::mul((grad, &ops::mul((&result, &log))?))
}
