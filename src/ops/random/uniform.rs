//! `x.uniform_(0, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "uniform_",
    signature: "(input, from=0.0, to=1.0, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew, uniform in [from, to).",
        formula: r"y_i \sim \mathcal{U}(a, b)",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.uniform_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "UniformBackward0",
    examples: &["[2,3]", "f[20], -0.5, 0.5"],
    misuses: &[
        (
            "f[3], 1, 0",
            "RuntimeError: uniform_ expects to return a [from, to) range, but found from=1 > to=0",
        ),
        (
            "f[3], 0, 1e39",
            "RuntimeError: to is out of bounds for float",
        ),
        (
            "i[3]",
            "NotImplementedError: \"check_uniform_bounds\" not implemented for 'Long'",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, from, to) = (args.array(0)?, args.float(1, 0.0)?, args.float(2, 1.0)?);
    if !array.dtype().is_float() {
        return Err(not_implemented("check_uniform_bounds", array.dtype()));
    }
    if array.dtype() == DType::F32 {
        for (name, bound) in [("from", from), ("to", to)] {
            if bound.abs() > f64::from(f32::MAX) {
                return Err(TensorError::runtime(format!(
                    "{name} is out of bounds for float"
                )));
            }
        }
    }
    if from > to {
        return Err(TensorError::runtime(format!(
            "uniform_ expects to return a [from, to) range, but found from={} > to={}",
            short_number(from),
            short_number(to)
        )));
    }
    one(
        dispatch_real!(array.dtype(), T => filled_like::<T>(&array, |values| fill_uniform(values, from, to))?,
        _ => return Err(not_implemented("check_uniform_bounds", array.dtype()))),
    )
}
