//! `torch.round(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "round",
    signature: "(input, *, decimals=0)",
    forms: Forms::ALL,
    operators: &["__round__"],
    card: Card {
        summary: "The nearest integer, halves to the even one; or so many decimals.",
        formula: r"y = \operatorname{round}(x)",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.round.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| ctx.only(ops::zeros_like(&ctx.grad()?)?)),
    grad_fn: "RoundBackward0",
    grad_fn_of: Some(|args| {
        if args.has(1) {
            "RoundBackward1"
        } else {
            "RoundBackward0"
        }
    }),
    lacks: Some(("round_vml_cpu", &[DType::Bool])),
    examples: &["[2,3]", "[4], decimals=1", "i[3]", "n[4]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, decimals) = (args.array(0)?, args.int(1, 0)?);
    one(dispatch_real!(array.dtype(), T => {
        let scale = T::from_f64(10f64.powi(decimals.unsigned_abs() as i32));
        match decimals {
            0 => map::<T, T>(&array, |x| x.round_ties_even())?,
            1.. => map::<T, T>(&array, |x| (x * scale).round_ties_even() / scale)?,
            _ => map::<T, T>(&array, |x| (x / scale).round_ties_even() * scale)?,
        }
    }, _ => array.copied()?))
}
