//! `x.scatter_reduce(0, index, src, "amax")`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "scatter_reduce",
    signature: "(input, dim, index, src, reduce, *, include_self=True)",
    forms: Forms::ALL,
    card: Card {
        summary: "Joins each element of a source with the element at the place that the index gives, by a sum, product, mean, \
                  maximum or minimum.",
        formula: r"y_{k_{ij} j} = x_{k_{ij} j} \oplus \bigoplus s_{ij}",
        gradients: &[
            ("input", r"\bar{y} \frac{\partial y}{\partial x}"),
            (
                "src",
                r"\bar{y}_{k_{ij} j} \frac{\partial y_{k_{ij} j}}{\partial s_{ij}}",
            ),
        ],
        shape_rule: "As the input; the index is no larger than the source.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.scatter_reduce_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ScatterReduceBackward0",
    saves: &[
        Save::Input(0),
        Save::Input(2),
        Save::Input(3),
        Save::Output(0),
    ],
    examples: &[
        "[3,4], 1, i4[3,2], [3,2], 'sum'",
        "[3,4], 0, i3[2,4], [3,4], 'mean'",
        "[4], 0, i4[6], [6], 'mean', include_self=False",
        "[4], 0, i4[6], [6], 'amax'",
        "[4], 0, i4[6], [6], 'amin', include_self=False",
        "p[4], 0, i3[6], p[6], 'prod'",
    ],
    misuses: &[
        (
            "[2,3], 0, i7[1,3], [1,3], 'sum'",
            "RuntimeError: index 5 is out of bounds for dimension 0 with size 2",
        ),
        (
            "[2], 0, i2[1], [1], 'max'",
            "RuntimeError: reduce argument must be either sum, prod, mean, amax or amin, got max",
        ),
    ],
    ..Op::BASE
};

/// How elements are joined.
#[derive(Clone, Copy, PartialEq)]
enum Join {
    Sum,
    Prod,
    Mean,
    Max,
    Min,
}

fn join(args: &Args) -> Result<Join> {
    Ok(match args.text(4, "")? {
        "sum" => Join::Sum,
        "prod" => Join::Prod,
        "mean" => Join::Mean,
        "amax" => Join::Max,
        "amin" => Join::Min,
        other => {
            return Err(TensorError::runtime(format!(
                "reduce argument must be either sum, prod, mean, amax or amin, got {other}"
            )));
        }
    })
}

fn forward(args: &Args) -> Result<Out> {
    let (join, with_self) = (join(args)?, args.flag(5, true)?);
    let (array, index, source) = (args.array(0)?, args.array(2)?, args.array(3)?);
    let dim = args.dim(1, 0, array.ndim())?;
    let lines = Lines::new("scatter", &array, dim, &index)?;
    if source.dtype() != array.dtype() {
        return Err(TensorError::runtime(
            "scatter(): Expected self.dtype to be equal to src.dtype",
        ));
    }
    let source = lines.corner(&source, &index)?;
    let out = array.copied()?;
    dispatch!(array.dtype(), T => {
        let values = source.gather::<T>()?;
        let mut data = out.storage().data_mut::<T>();
        let mut joined = vec![i64::from(with_self); data.len()];
        for (&at, &value) in lines.places.iter().zip(&values) {
            let old = data[at];
            data[at] = match join {
                _ if joined[at] == 0 => value,
                Join::Sum | Join::Mean => old.plus(value),
                Join::Prod => old.times(value),
                Join::Max if value.above(old) || value.is_nan() => value,
                Join::Min if old.above(value) || value.is_nan() => value,
                Join::Max | Join::Min => old,
            };
            joined[at] += 1;
        }
        if join == Join::Mean {
            for (value, &count) in data.iter_mut().zip(&joined).filter(|(_, count)| **count > 1) {
                *value = if T::DTYPE.is_float() {
                    T::from_f64(value.to_f64() / count as f64)
                } else {
                    T::from_i64(value.to_i64().div_euclid(count))
                };
            }
        }
    });
    one(out)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let (join, with_self) = (join(args)?, args.flag(5, true)?);
    let (input, dim, index) = (ctx.tensor(0)?, args.at(1), ctx.tensor(2)?);
    let source = corner(ctx.tensor(3)?, &index.shape())?;
    let to_source = |x: &Tensor| ops::gather((x, dim, index));
    // The share of each element in the result, for the input and for the source.
    let (own, theirs) = match join {
        Join::Sum => (grad.clone(), to_source(&grad)?),
        Join::Mean => {
            let start = if with_self {
                ops::full_like((input, 1.0))?
            } else {
                ops::zeros_like(input)?
            };
            let ones = ops::full_like((&source, 1.0))?;
            let count = ops::scatter_add((&start, dim, index, &ones))?;
            let shared = ops::div((&grad, &ops::clamp_min((&count, 1.0))?))?;
            let theirs = to_source(&shared)?;
            (shared, theirs)
        }
        Join::Max | Join::Min => {
            let result = ctx.output(0)?;
            let hit = |x: &Tensor, y: &Tensor| ops::to_dtype(&ops::eq((x, y))?, grad.dtype());
            let (mine, hers) = (hit(input, &result)?, hit(&source, &to_source(&result)?)?);
            let start = if with_self {
                mine.clone()
            } else {
                ops::zeros_like(input)?
            };
            let ties = ops::scatter_add((&start, dim, index, &hers))?;
            let shared = ops::div((&grad, &ops::clamp_min((&ties, 1.0))?))?;
            let own = ops::mul((&shared, &mine))?;
            (own, ops::mul((&to_source(&shared)?, &hers))?)
        }
        Join::Prod => {
            let whole = ops::mul((&grad, &ctx.output(0)?))?;
            let own = ops::div((&whole, input))?;
            (own, ops::div((&to_source(&whole)?, &source))?)
        }
    };
    let kept = if with_self {
        own
    } else {
        // Where the source came, the input is gone; elsewhere it is what it was.
        ops::scatter((&grad, dim, index, 0.0))?
    };
    let whole = super::scatter_add::pad_to(&theirs, &ctx.shape(3)?)?;
    ctx.each::<4>(|input| Ok(if input == 0 { kept.clone() } else { whole.clone() }))
}

/// The part of a source that the index covers.
fn corner(source: &Tensor, shape: &Shape) -> Result<Tensor> {
    let mut part = source.clone();
    for (dim, &size) in shape.iter().enumerate() {
        if part.shape()[dim] != size {
            part = ops::narrow((&part, dim, 0, size))?;
        }
    }
    Ok(part)
}
