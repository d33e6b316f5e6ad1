//! `x.var()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "var",
    signature: "(input, dim=None, unbiased=None, keepdim=False, *, correction=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The variance: mean squared distance from the mean, divided by n - 1 (n with unbiased=False).",
        formula: r"y = \frac{1}{n - 1} \sum_i (x_i - \mu)^2",
        gradients: &[("input", r"\bar{y} \frac{2}{n - 1} (x_i - \mu)")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.var.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(plan(args, &shape)?.0.shape, dtype)
    }),
    forward: Forward::Kernel(|args| {
        let (array, shape) = variances(args)?;
        one(Array::with_shape(&array, shape))
    }),
    backward: Some(|ctx| ctx.only(variance_gradient(ctx, &ctx.grad()?)?)),
    grad_fn: "VarBackward0",
    saves: &[Save::Input(0)],
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, False, True",
        "[2,3,4], (0,2)",
        "[4], correction=2",
        "T[3,2], 1",
        "[1]",
        "[3], False",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "i[3]",
            "NotImplementedError: std and var only support floating point and complex dtypes",
        ),
    ],
    ..Op::BASE
};

/// The dimensions, how many elements become one, and the correction that is taken off.
pub fn plan(args: &Args, shape: &Shape) -> Result<(Reduced, f64)> {
    let flag = |index| match args.at(index) {
        Arg::Bool(unbiased) => Some(*unbiased),
        _ => None,
    };
    let all = matches!(args.at(1), Arg::Bool(_));
    let reduced = if all {
        reduced_dims(args, shape, usize::MAX, 3)?
    } else {
        reduced_dims(args, shape, 1, 3)?
    };
    let default = if flag(2).or(flag(1)).unwrap_or(true) {
        1.0
    } else {
        0.0
    };
    let count: usize = reduced.dims.iter().map(|&d| shape[d]).product();
    Ok((reduced, count as f64 - args.float(4, default)?))
}

/// The variances, and their shape.
pub fn variances(args: &Args) -> Result<(Array, Shape)> {
    let array = args.array(0)?;
    if !array.dtype().is_float() {
        return Err(TensorError::not_implemented(
            "std and var only support floating point and complex dtypes",
        ));
    }
    let (reduced, divisor) = plan(args, array.shape())?;
    let values = dispatch_real!(array.dtype(), T => {
        let values = fold::<T, T>(&array, &reduced.dims, &Squares { divisor: divisor.max(0.0) })?;
        Array::from_vec(values, reduced.shape.clone())
    }, _ => unreachable!("floating point"));
    Ok((values, reduced.shape))
}

/// Welford's recurrence in float64: one pass, and no loss when the mean is large.
struct Squares {
    divisor: f64,
}

impl<T: Real> Fold<T, T> for Squares {
    fn empty(&self) -> T {
        T::nan()
    }
    fn row(&self, row: &[T]) -> T {
        let (mut mean, mut squares) = (0.0, 0.0);
        for (i, &x) in row.iter().enumerate() {
            let x = x.to_f64();
            let distance = x - mean;
            mean += distance / (i + 1) as f64;
            squares += distance * (x - mean);
        }
        T::from_f64(squares / self.divisor)
    }
}

/// The gradient of variances from theirs.
pub fn variance_gradient(ctx: &Context, grad: &Tensor) -> Result<Tensor> {
    let (x, args) = (ctx.tensor(0)?, ctx.args());
    let shape = x.shape();
    let (reduced, divisor) = plan(args, &shape)?;
    let kept: Shape = shape
        .iter()
        .enumerate()
        .map(|(d, &n)| if reduced.dims.contains(&d) { 1 } else { n })
        .collect();
    let dims: Vec<i64> = reduced.dims.iter().map(|&d| d as i64).collect();
    let mean = ops::mean((x, &dims[..], true))?;
    let scaled = ops::mul((&ops::reshape((grad, &kept))?, 2.0 / divisor))?;
    ops::mul((&scaled, &ops::sub((x, &mean))?))
}
