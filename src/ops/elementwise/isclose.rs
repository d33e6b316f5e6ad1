//! `torch.isclose(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "isclose",
    signature: "(input, other, rtol=1e-05, atol=1e-08, equal_nan=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Where two are nearly equal.",
        formula: r"y = [|x - z| \le a + r |z|]",
        gradients: &[],
        shape_rule: "The shapes are broadcast. The dtype is bool.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.isclose.html",
    },
    shape: Some(shapes::comparison),
    forward: Forward::Kernel(forward),
    examples: &["[3], [3]", "n[4], n[4], equal_nan=True"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    if x.dtype() != y.dtype() {
        return Err(TensorError::runtime(format!(
            "{} did not match {}",
            x.dtype().word(),
            y.dtype().word()
        )));
    }
    let (rtol, atol, nan) = (
        args.float(2, 1e-5)?,
        args.float(3, 1e-8)?,
        args.flag(4, false)?,
    );
    one(Pair::new(args, 0, 1)?.map::<f64, bool>(|x, y| {
        x == y
            || (nan && x.is_nan() && y.is_nan())
            || (x.is_finite() && y.is_finite() && (x - y).abs() <= atol + rtol * y.abs())
    })?)
}
