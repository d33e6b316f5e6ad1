//! `torch.poisson(rates)`

use crate::ops::kernels::special::lgamma;
use crate::ops::prelude::*;
use crate::tensor::random::Generator;

pub static OP: Op = Op {
    name: "poisson",
    signature: "(input, generator=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Counts of events, each with the rate that the input gives.",
        formula: r"P(y_i = k) = \frac{\lambda_i^k e^{-\lambda_i}}{k!}",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.poisson.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "PoissonBackward0",
    examples: &["p[2,3]", "f[0]"],
    misuses: &[
        (
            "[3]",
            "RuntimeError: invalid Poisson rate, expected rate to be non-negative",
        ),
        (
            "i[3]",
            "NotImplementedError: \"poisson_cpu\" not implemented for 'Long'",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    if !array.dtype().is_float() {
        return Err(not_implemented("poisson_cpu", array.dtype()));
    }
    let rates = array.to_f64_vec();
    if rates.iter().any(|rate| rate.is_nan() || *rate < 0.0) {
        return Err(TensorError::runtime(
            "invalid Poisson rate, expected rate to be non-negative",
        ));
    }
    let counts: Vec<f64> = with_generator(|g| rates.iter().map(|&rate| count(rate, g)).collect());
    one(Array::from_vec(counts, array.shape().clone()).to_dtype(array.dtype())?)
}

/// One count. Small rates multiply uniforms until they fall below e^-rate (Knuth); large ones use transformed rejection
/// (Hörmann, The transformed rejection method for generating Poisson random variables, 1993).
fn count(rate: f64, generator: &mut Generator) -> f64 {
    if rate == 0.0 {
        return 0.0;
    }
    if rate < 10.0 {
        let (limit, mut product, mut count) = ((-rate).exp(), 1.0, 0.0);
        loop {
            product *= generator.next_f64();
            if product <= limit {
                return count;
            }
            count += 1.0;
        }
    }
    let b = 0.931 + 2.53 * rate.sqrt();
    let a = -0.059 + 0.02483 * b;
    let inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    let v_r = 0.9277 - 3.6224 / (b - 2.0);
    loop {
        let u = generator.next_f64() - 0.5;
        let v = generator.next_f64();
        let side = 0.5 - u.abs();
        let k = ((2.0 * a / side + b) * u + rate + 0.43).floor();
        if side >= 0.07 && v <= v_r {
            return k;
        }
        if k < 0.0 || (side < 0.013 && v > side) {
            continue;
        }
        let left = v.ln() + inverse_alpha.ln() - (a / (side * side) + b).ln();
        if left <= -rate + k * rate.ln() - lgamma(k + 1.0) {
            return k;
        }
    }
}
