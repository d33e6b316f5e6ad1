//! `torch.logspace(0, 2, 5)`

use crate::ops::create::linspace::steps;
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "logspace",
    signature: "(start, end, steps, base=10.0, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Numbers evenly spaced on a logarithmic scale, from base^start to base^end.",
        formula: r"y_i = g^{a + i \frac{b - a}{n - 1}}",
        gradients: &[],
        shape_rule: "One dimension of steps elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.logspace.html",
    },
    shape: Some(|args| shape_of(smallvec![steps(args)?], shapes::float_dtype(args, 4)?)),
    forward: Forward::Kernel(forward),
    examples: &[
        "0, 2, 5",
        "0, 2, 3, 2.0",
        "-1, 1, 4, dtype=float64",
        "1, 2, 1",
    ],
    misuses: &[(
        "0, 1, -1",
        "RuntimeError: number of steps must be non-negative",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (start, end, count, base) = (
        args.float(0, 0.0)?,
        args.float(1, 0.0)?,
        steps(args)?,
        args.float(3, 10.0)?,
    );
    let step = (end - start) / (count.max(2) - 1) as f64;
    let at = |i: usize| {
        if count == 1 || i < count / 2 {
            start + step * i as f64
        } else {
            end - step * (count - i - 1) as f64
        }
    };
    one(
        dispatch!(shapes::float_dtype(args, 4)?, T => filled::<T>(smallvec![count], |values| {
        for (i, value) in values.iter_mut().enumerate() {
            *value = T::from_f64(base.powf(at(i)));
        }
    })?),
    )
}
