//! `torch.linspace(0, 1, 5)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linspace",
    signature: "(start, end, steps, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Evenly spaced numbers from start to end, both included.",
        formula: r"y_i = a + i \frac{b - a}{n - 1}",
        gradients: &[],
        shape_rule: "One dimension of steps elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linspace.html",
    },
    shape: Some(|args| shape_of(smallvec![steps(args)?], shapes::float_dtype(args, 3)?)),
    forward: Forward::Kernel(forward),
    examples: &[
        "0, 1, 5",
        "-3.5, 2, 4, dtype=float64",
        "0, 10, 4, dtype=int64",
        "2, 7, 1",
        "0, 1, 0",
    ],
    misuses: &[(
        "0, 1, -1",
        "RuntimeError: number of steps must be non-negative",
    )],
    ..Op::BASE
};

pub(in crate::ops) fn steps(args: &Args) -> Result<usize> {
    usize::try_from(args.int(2, 100)?)
        .map_err(|_| TensorError::runtime("number of steps must be non-negative"))
}

fn forward(args: &Args) -> Result<Out> {
    let (start, end, count) = (args.float(0, 0.0)?, args.float(1, 0.0)?, steps(args)?);
    let shape: Shape = smallvec![count];
    // From both ends towards the middle, each with one rounding.
    one(match shapes::float_dtype(args, 3)? {
        DType::F32 => filled::<f32>(shape, |values| {
            let (start, end) = (start as f32, end as f32);
            let step = (end - start) / (count.max(2) - 1) as f32;
            for (i, value) in values.iter_mut().enumerate() {
                *value = if count == 1 || i < count / 2 {
                    fma(step, i as f32, start)
                } else {
                    fma(-step, (count - i - 1) as f32, end)
                };
            }
        })?,
        DType::F64 => filled::<f64>(shape, |values| {
            let step = (end - start) / (count.max(2) - 1) as f64;
            for (i, value) in values.iter_mut().enumerate() {
                *value = if count == 1 || i < count / 2 {
                    step.mul_add(i as f64, start)
                } else {
                    (-step).mul_add((count - i - 1) as f64, end)
                };
            }
        })?,
        dtype => dispatch!(dtype, T => filled::<T>(shape, |values| {
            let (start, end) = (start.trunc(), end.trunc());
            let step = (end - start) / (count.max(2) - 1) as f64;
            for (i, value) in values.iter_mut().enumerate() {
                let x = if count == 1 || i < count / 2 { start + step * i as f64 } else { end - step * (count - i - 1) as f64 };
                *value = T::from_f64(x);
            }
        })?),
    })
}
