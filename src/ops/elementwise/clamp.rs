//! `x.clamp(0, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "clamp",
    aliases: &["clip"],
    signature: "(input, min=None, max=None)",
    forms: Forms::ALL,
    card: Card {
        summary: "Cuts each element off at a lower and an upper border, either of which may be left out.",
        formula: r"y = \min(\max(x, a), b)",
        gradients: &[(
            "input",
            r"\bar{y} \text{ where } a < x < b \text{, else } 0",
        )],
        shape_rule: "As the input, broadcast with borders that are tensors.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.clamp.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ClampBackward1",
    grad_fn_of: Some(|args| {
        if args.at(1).is_tensor() || args.at(2).is_tensor() {
            "ClampBackward0"
        } else {
            "ClampBackward1"
        }
    }),
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &[
        "[2,3], -0.5, 0.5",
        "[5], 0.1",
        "[5], None, 0.3",
        "[5], [5]",
        "[2,3], [3], max=[2,1]",
        "n[4], 0.0, 1.0",
        "i[4], 2, 4",
        "[0], 0.0",
    ],
    misuses: &[(
        "[3]",
        "RuntimeError: torch.clamp: At least one of 'min' or 'max' must not be None",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, mut dtype) = args.meta(0)?;
    for border in [1, 2].into_iter().filter(|&border| args.has(border)) {
        let pair = Pair::new(args, 0, border)?;
        shape = broadcast("clamp", &shape, &pair.shape)?;
        dtype = promote(dtype, pair.dtype);
    }
    shape_of(shape, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    if !args.has(1) && !args.has(2) {
        return Err(TensorError::runtime(
            "torch.clamp: At least one of 'min' or 'max' must not be None",
        ));
    }
    let (_, dtype) = shape(args)?.swap_remove(0);
    let mut array = args.array(0)?;
    for border in [1, 2].into_iter().filter(|&border| args.has(border)) {
        let mut pair = Pair::new(args, 0, border)?;
        pair.shape = broadcast("clamp", array.shape(), &pair.shape)?;
        pair.a = Operand::Array(array);
        array = dispatch_wide!(dtype, T => if border == 1 {
            pair.map::<T, T>(|x, low| if low.above(x) || Element::is_nan(low) { low } else { x })?
        } else {
            pair.map::<T, T>(|x, high| if x.above(high) || Element::is_nan(high) { high } else { x })?
        }).to_dtype(dtype)?;
    }
    one(array)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args, x) = (ctx.grad()?, ctx.args(), ctx.tensor(0)?);
    let inside = match (args.has(1), args.has(2)) {
        (true, true) => ops::logical_and((&ops::gt((x, args.at(1)))?, &ops::lt((x, args.at(2)))?))?,
        (true, false) => ops::gt((x, args.at(1)))?,
        _ => ops::lt((x, args.at(2)))?,
    };
    let below = |x: &Tensor| {
        if args.has(1) {
            ops::lt((x, args.at(1)))
        } else {
            ops::ne((x, x))
        }
    };
    ctx.each::<3>(|input| match input {
        0 => ops::where_((&inside, &grad, 0.0)),
        1 if args.has(2) => {
            let low = ops::logical_and((&below(x)?, &ops::lt((args.at(1), args.at(2)))?))?;
            ops::where_((&low, &grad, 0.0))
        }
        1 => ops::where_((&below(x)?, &grad, 0.0)),
        _ if args.has(1) => {
            let high = ops::logical_or((
                &ops::gt((x, args.at(2)))?,
                &ops::gt((args.at(1), args.at(2)))?,
            ))?;
            ops::where_((&high, &grad, 0.0))
        }
        _ => ops::where_((&ops::gt((x, args.at(2)))?, &grad, 0.0)),
    })
}
