//! `torch.nan_to_num(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "nan_to_num",
    signature: "(input, nan=0.0, posinf=None, neginf=None)",
    forms: Forms::ALL,
    card: Card {
        summary: "Replaces nan by 0 and infinities by the greatest finite numbers, or by given ones.",
        formula: r"y = x \text{ where finite}",
        gradients: &[(
            "input",
            r"\bar{y} \text{ where } x \text{ is finite, else } 0",
        )],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nan_to_num.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| {
        ctx.only(ops::mul((
            &ctx.grad()?,
            &ops::to_dtype(&ops::isfinite(ctx.tensor(0)?)?, ctx.dtype(0)?)?,
        ))?)
    }),
    grad_fn: "NanToNumBackward0",
    saves: &[Save::Input(0)],
    examples: &["[2,3]", "n[5]", "n[5], 1.0, 2.0, 3.0", "i[3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    one(dispatch_real!(array.dtype(), T => {
        let nan = T::from_f64(args.float(1, 0.0)?);
        let (high, low) = (T::from_f64(args.float(2, T::MAX.to_f64())?), T::from_f64(args.float(3, T::MIN.to_f64())?));
        map::<T, T>(&array, |x| match x {
            x if x.is_nan() => nan,
            x if x == T::INFINITY => high,
            x if x == T::NEG_INFINITY => low,
            x => x,
        })?
    }, _ => array.copied()?))
}
