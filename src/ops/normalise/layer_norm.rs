//! `F.layer_norm(x, (4,))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "layer_norm",
    signature: "(input, normalized_shape, weight=None, bias=None, eps=1e-05)",
    forms: Forms::FUNCTION.and(Forms::FUNCTIONAL),
    card: Card {
        summary: "Mean 0 and variance 1 over the last dimensions of each sample, then scaled and shifted (Ba et al. 2016).",
        formula: r"y = \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} \cdot w + b",
        gradients: &[
            (
                "input",
                r"\frac{1}{\sqrt{\sigma^2 + \epsilon}} \left( g - \operatorname{mean}(g) - \hat{x} \operatorname{mean}(g \hat{x}) \right), \; g = \bar{y} w",
            ),
            (
                "weight",
                r"\sum_n \bar{y} \hat{x}, \; \hat{x} = (x - \mu) / \sqrt{\sigma^2 + \epsilon}",
            ),
            ("bias", r"\sum_n \bar{y}"),
        ],
        shape_rule: "As the input, whose last sizes must be normalized_shape.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.layer_norm.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "NativeLayerNormBackward0",
    saves: &[Save::Input(0), Save::Input(2), Save::Input(3)],
    examples: &[
        "[2,3], (3,), [3], [3]",
        "[2,3,4], (3,4), [3,4], [3,4]",
        "[2,4], (4,)",
        "T[3,2], (2,), [2]",
    ],
    misuses: &[(
        "[2,3], (4,)",
        "RuntimeError: Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[2, 3]",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    width(args, &shape)?;
    shape_of(shape, dtype)
}

/// How many elements are brought to a common scale together.
fn width(args: &Args, shape: &Shape) -> Result<usize> {
    let wanted: Shape = args
        .ints(1)?
        .unwrap_or_default()
        .iter()
        .map(|&n| n as usize)
        .collect();
    if !shape.ends_with(&wanted) {
        let inside = size_text(&wanted);
        let inside = inside.trim_matches(['[', ']']);
        return Err(TensorError::runtime(format!(
            "Given normalized_shape=[{inside}], expected input with shape [*, {inside}], but got input of size{}",
            size_text(shape)
        )));
    }
    Ok(numel(&wanted))
}

fn forward(args: &Args) -> Result<Out> {
    let input = args.array(0)?.contiguous()?;
    let width = width(args, input.shape())?.max(1);
    let eps = args.float(4, 1e-5)?;
    one(dispatch_real!(input.dtype(), T => {
        let weight = parameter::<T>(args, 2)?;
        let bias = parameter::<T>(args, 3)?;
        let data = input.slice::<T>();
        let mut out = budget::room::<T>(data.len())?;
        for row in data.chunks_exact(width) {
            let (mean, scale) = moments(row, eps);
            out.extend(row.iter().enumerate().map(|(i, &x)| {
                let y = (x - mean) * scale;
                let y = weight.as_ref().map_or(y, |w| y * w[i]);
                bias.as_ref().map_or(y, |b| y + b[i])
            }));
        }
        Array::from_vec(out, input.shape().clone())
    }, _ => return Err(not_implemented("LayerNormKernelImpl", input.dtype()))))
}

/// The elements of a weight or bias, if there is one.
fn parameter<T: Real>(args: &Args, index: usize) -> Result<Option<Vec<T>>> {
    args.optional_tensor(index)?
        .map(|tensor| tensor.array().to_dtype(T::DTYPE)?.gather())
        .transpose()
}

/// The mean of a row and 1 by its standard deviation.
pub fn moments<T: Real>(row: &[T], eps: f64) -> (T, T) {
    let count = row.len() as f64;
    let mean = row.iter().fold(0.0, |sum, &x| sum + x.to_f64()) / count;
    let variance = row.iter().fold(0.0, |sum, &x| {
        sum + (x.to_f64() - mean) * (x.to_f64() - mean)
    }) / count;
    (
        T::from_f64(mean),
        T::from_f64(1.0 / (variance + eps).sqrt()),
    )
}

/// The same in ops.
fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    let count = args.ints(1)?.unwrap_or_default().len() as i64;
    let dims: Vec<i64> = (-count..0).collect();
    let centred = ops::sub((x, &ops::mean((x, &dims[..], true))?))?;
    let variance = ops::mean((&ops::mul((&centred, &centred))?, &dims[..], true))?;
    let mut y = ops::mul((
        &centred,
        &ops::rsqrt(&ops::add((&variance, args.float(4, 1e-5)?))?)?,
    ))?;
    if args.has(2) {
        y = ops::mul((&y, args.at(2)))?;
    }
    if args.has(3) {
        y = ops::add((&y, args.at(3)))?;
    }
    Ok(smallvec![y])
}

fn backward(ctx: &Context) -> Result<Grads> {
    if ctx.create_graph() {
        return ctx.through(compose);
    }
    let args = ctx.args();
    let input = args.array(0)?.contiguous()?;
    let grad = ctx.grad()?.array().to_dtype(input.dtype())?.contiguous()?;
    let width = width(args, input.shape())?.max(1);
    let eps = args.float(4, 1e-5)?;
    dispatch_real!(input.dtype(), T => {
        let weight = parameter::<T>(args, 2)?;
        let (data, grads) = (input.slice::<T>(), grad.slice::<T>());
        let (mut dx, mut dw, mut db) = (budget::room::<T>(data.len())?, vec![T::ZERO; width], vec![T::ZERO; width]);
        let (mut normal, mut scaled) = (vec![T::ZERO; width], vec![T::ZERO; width]);
        for (row, grad) in data.chunks_exact(width).zip(grads.chunks_exact(width)) {
            let (mean, scale) = moments(row, eps);
            for i in 0..width {
                normal[i] = (row[i] - mean) * scale;
                dw[i] += grad[i] * normal[i];
                db[i] += grad[i];
                scaled[i] = weight.as_ref().map_or(grad[i], |w| grad[i] * w[i]);
            }
            let count = T::from_f64(width as f64);
            let mean_grad = Sum.row(&scaled) / count;
            let mean_both = scaled.iter().zip(&normal).fold(T::ZERO, |sum, (&g, &x)| sum + g * x) / count;
            dx.extend(scaled.iter().zip(&normal).map(|(&g, &x)| scale * (g - mean_grad - x * mean_both)));
        }
        let like = |values: Vec<T>, index: usize| -> Result<Option<Tensor>> {
            let wanted = ctx.needs(index).then(|| args.shape(index)).transpose()?;
            Ok(wanted.map(|shape| Tensor::new(Array::from_vec(values, shape))))
        };
        Ok(smallvec![like(dx, 0)?, None, like(dw, 2)?, like(db, 3)?])
    }, _ => unreachable!("floating point"))
}
