//! `torch.multinomial(p, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "multinomial",
    signature: "(input, num_samples, replacement=False, *, generator=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Draws numbers of columns, each with the weight that the row gives it.",
        formula: r"P(y = j) = \frac{p_j}{\sum_k p_k}",
        gradients: &[],
        shape_rule: "num_samples in place of the last dimension.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.multinomial.html",
    },
    shape: Some(|args| {
        let mut shape = args.shape(0)?;
        if let Some(last) = shape.last_mut() {
            *last = args.int(1, 1)?.max(0) as usize;
        }
        shape_of(shape, DType::I64)
    }),
    forward: Forward::Kernel(forward),
    examples: &["p[5], 3", "p[2,5], 1", "p[4], 10, True", "f[0,3], 2"],
    misuses: &[
        (
            "p[2], 3",
            "RuntimeError: cannot sample n_sample > prob_dist.size(-1) samples without replacement",
        ),
        (
            "p[2], 0",
            "RuntimeError: cannot sample n_sample <= 0 samples",
        ),
        ("p[2,2,2], 1", "RuntimeError: prob_dist must be 1 or 2 dim"),
        (
            "[3], 1",
            "RuntimeError: probability tensor contains either `inf`, `nan` or element < 0",
        ),
        (
            "i[3], 1",
            "RuntimeError: multinomial only supports floating-point dtypes for input, got: Long",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, samples, replacement) = (args.array(0)?, args.int(1, 1)?, args.flag(2, false)?);
    let columns = check(&array, samples, replacement)?;
    let samples = samples as usize;
    let mut shape = array.shape().clone();
    if let Some(last) = shape.last_mut() {
        *last = samples;
    }
    let weights = array.to_f64_vec();
    let single = array.dtype() == DType::F32;
    let mut out = budget::room::<i64>(numel(&shape))?;
    let rows: Vec<&[f64]> = weights.chunks(columns).collect();
    with_generator(|generator| {
        if replacement && samples > 1 {
            for row in rows {
                let from = out.len();
                out.resize(from + samples, 0);
                generator.sample_with_replacement(&running_sum(row, single), &mut out[from..]);
            }
            return;
        }
        // The race of exponentials: the winner is drawn with the right weight, the next ones without replacement.
        let noise: Vec<f64> = weights
            .iter()
            .map(|_| generator.next_exponential(1.0))
            .collect();
        for (row, noise) in rows.into_iter().zip(noise.chunks(columns)) {
            let speed = |j: usize| {
                if single {
                    f64::from(row[j] as f32 / noise[j] as f32)
                } else {
                    row[j] / noise[j]
                }
            };
            let mut order: Vec<usize> = (0..columns).collect();
            order.sort_by(|&i, &j| speed(j).total_cmp(&speed(i)));
            out.extend(order[..samples].iter().map(|&j| j as i64));
        }
    });
    one(Array::from_vec(out, shape))
}

/// The number of columns.
fn check(array: &Array, samples: i64, replacement: bool) -> Result<usize> {
    let fail = |message: &str| Err(TensorError::runtime(message));
    if !(1..=2).contains(&array.ndim()) {
        return fail("prob_dist must be 1 or 2 dim");
    }
    if !array.dtype().is_float() {
        let word = array.dtype().word();
        return fail(&format!(
            "multinomial only supports floating-point dtypes for input, got: {word}"
        ));
    }
    if samples <= 0 {
        return fail("cannot sample n_sample <= 0 samples");
    }
    let columns = array.shape().last().copied().unwrap_or(0);
    if !replacement && samples as usize > columns {
        return fail("cannot sample n_sample > prob_dist.size(-1) samples without replacement");
    }
    let weights = array.to_f64_vec();
    if weights.iter().any(|p| !p.is_finite() || *p < 0.0) {
        return fail("probability tensor contains either `inf`, `nan` or element < 0");
    }
    if weights
        .chunks(columns.max(1))
        .any(|row| row.iter().sum::<f64>() <= 0.0)
    {
        return fail("invalid multinomial distribution (sum of probabilities <= 0)");
    }
    Ok(columns.max(1))
}

/// The normalised running sum of a row, in the tensor's own precision; the last element is 1.
fn running_sum(row: &[f64], single: bool) -> Vec<f64> {
    let round = |x: f64| if single { f64::from(x as f32) } else { x };
    let mut sum = 0.0;
    let sums: Vec<f64> = row
        .iter()
        .map(|p| {
            sum = round(sum + p);
            sum
        })
        .collect();
    let mut normalised: Vec<f64> = sums.iter().map(|s| round(s / sum)).collect();
    if let Some(last) = normalised.last_mut() {
        *last = 1.0;
    }
    normalised
}
