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
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ where } a < x < b \text{, half on a border that is a tensor, else } 0",
            ),
            ("min", r"\bar{y} \text{ where } x < a \text{, half where equal}"),
            ("max", r"\bar{y} \text{ where } x > b \text{, half where equal}"),
        ],
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
    // Nothing is below, above or equal to nan: a border that is not there.
    let border = |at: usize| match args.at(at) {
        Arg::None => Arg::Float(f64::NAN),
        given => given.clone(),
    };
    let (low, high) = (border(1), border(2));
    let (below, above) = (ops::lt((x, &low))?, ops::gt((x, &high))?);
    let (on_low, on_high) = (ops::eq((x, &low))?, ops::eq((x, &high))?);
    let outside = ops::logical_or((&below, &above))?;
    if !low.is_tensor() && !high.is_tensor() {
        let on_border = ops::logical_or((&on_low, &on_high))?;
        let none = ops::logical_or((&on_border, &ops::isnan(x)?))?;
        return ctx.only(ops::where_((
            &ops::logical_or((&outside, &none))?,
            0.0,
            &grad,
        ))?);
    }
    // A border that is a tensor shares the gradient of an element upon it.
    let tied = ops::logical_xor((&on_low, &on_high))?;
    let shared = ops::where_((&tied, &ops::mul((&grad, 0.5))?, &grad))?;
    let crossed = match &low {
        Arg::Tensor(low) => ops::gt((low, &high))?,
        absent => ops::gt((x, absent))?,
    };
    let takes = |beyond: &Tensor, upon: &Tensor| {
        let takes = ops::logical_or((beyond, &ops::logical_and((upon, &tied))?))?;
        ops::where_((&takes, &shared, 0.0))
    };
    ctx.each::<3>(|input| match input {
        0 => ops::where_((&outside, 0.0, &shared)),
        1 => ops::where_((&crossed, 0.0, &takes(&below, &on_low)?)),
        // The upper border wins where they cross.
        _ => ops::where_((&crossed, &grad, &takes(&above, &on_high)?)),
    })
}
