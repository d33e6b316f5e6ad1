//! `torch.arange(5)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "arange",
    signature: "(start=0, end=None, step=1, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Numbers from start up to but without end, a step apart. Integers give int64.",
        formula: r"y_i = a + i s",
        gradients: &[],
        shape_rule: "One dimension of ceil((end - start) / step) elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.arange.html",
    },
    shape: Some(|args| {
        let span = Span::read(args)?;
        shape_of(smallvec![span.count], span.dtype)
    }),
    forward: Forward::Kernel(forward),
    examples: &[
        "5",
        "1, 5",
        "1, 5, 0.5",
        "5, 0, -2",
        "3.5",
        "0, 1, 0.1, dtype=float64",
        "3, dtype=float32",
        "2, 2",
    ],
    misuses: &[
        ("0, 5, 0", "RuntimeError: step must be nonzero"),
        (
            "5, 0",
            "RuntimeError: upper bound and lower bound inconsistent with step sign",
        ),
        ("0, inf", "RuntimeError: unsupported range: 0 -> inf"),
        (
            "0, 2, dtype=bool",
            "NotImplementedError: \"arange_cpu\" not implemented for 'Bool'",
        ),
    ],
    ..Op::BASE
};

struct Span {
    start: f64,
    step: f64,
    /// Start and step where all is whole: exact beyond 2^53.
    whole: Option<(i64, i64)>,
    count: usize,
    dtype: DType,
}

impl Span {
    fn read(args: &Args) -> Result<Span> {
        // `arange(5)` gives the end first.
        let (from, to) = if args.has(1) { (0, 1) } else { (2, 0) };
        let (mut start, end) = (args.float(from, 0.0)?, args.float(to, 0.0)?);
        let step = args.float(2, 1.0)?;
        if from == 2 {
            start = 0.0;
        }
        let whole = |index: usize| match args.at(index) {
            Arg::Float(_) => false,
            Arg::Tensor(tensor) => !tensor.dtype().is_float(),
            _ => true,
        };
        let all_whole = (0..3).all(whole);
        let dtype = args.dtype(3)?.unwrap_or(if all_whole {
            DType::I64
        } else {
            crate::tensor::default_dtype()
        });
        if step == 0.0 || step.is_nan() {
            return Err(TensorError::runtime("step must be nonzero"));
        }
        if !start.is_finite() || !end.is_finite() {
            let range = format!("{} -> {}", short_number(start), short_number(end));
            return Err(TensorError::runtime(format!("unsupported range: {range}")));
        }
        if (end - start) * step < 0.0 {
            return Err(TensorError::runtime(
                "upper bound and lower bound inconsistent with step sign",
            ));
        }
        if dtype == DType::Bool {
            return Err(not_implemented("arange_cpu", dtype));
        }
        let exact = |index: usize, default: i64| args.int(index, default).unwrap_or(default);
        let whole = all_whole.then(|| (if from == 0 { exact(0, 0) } else { 0 }, exact(2, 1)));
        let count = match whole {
            Some((start, step)) => {
                let span = i128::from(exact(to, 0)) - i128::from(start);
                span.unsigned_abs()
                    .div_ceil(u128::from(step.unsigned_abs())) as usize
            }
            None => ((end - start) / step).ceil() as usize,
        };
        Ok(Span {
            start,
            step,
            whole,
            count,
            dtype,
        })
    }
}

fn forward(args: &Args) -> Result<Out> {
    let Span {
        start,
        step,
        whole,
        count,
        dtype,
    } = Span::read(args)?;
    let shape: Shape = smallvec![count];
    one(match (dtype, whole) {
        (DType::F64, _) => filled::<f64>(shape, |values| float_ramp(values, 4, start, step))?,
        (DType::F32, _) => filled::<f32>(shape, |values| float_ramp(values, 8, start, step))?,
        (_, Some((start, step))) => {
            dispatch!(dtype, T => filled::<T>(shape, |values| ramp(values, |i| T::from_i64(start + step * i as i64)))?)
        }
        // With an integer dtype start and step are cut to whole numbers first.
        _ => dispatch!(dtype, T => filled::<T>(shape, |values| {
            ramp(values, |i| T::from_i64(start as i64 + step as i64 * i as i64));
        })?),
    })
}

fn ramp<T>(values: &mut [T], at: impl Fn(usize) -> T) {
    for (i, value) in values.iter_mut().enumerate() {
        *value = at(i);
    }
}

/// PyTorch's vector kernel: two vectors at a time, the first element of each rounded before the others are counted on from
/// it; what does not fill two vectors is computed from the start.
fn float_ramp<T: Real>(values: &mut [T], lanes: usize, start: f64, step: f64) {
    let vectorised = values.len() / (2 * lanes) * (2 * lanes);
    for (i, value) in values.iter_mut().enumerate() {
        let lane = if i < vectorised { i % lanes } else { 0 };
        let first = T::from_f64(step.mul_add((i - lane) as f64, start));
        *value = T::from_f64(step.mul_add(lane as f64, first.to_f64()));
    }
}
