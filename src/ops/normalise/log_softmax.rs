//! `torch.log_softmax(x, 1)`

use super::softmax::{dim, greatest, not_for};
use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "log_softmax",
    signature: "(input, dim=None, dtype=None)",
    forms: Forms::BOTH.and(Forms::FUNCTIONAL).and(Forms::SPECIAL),
    card: Card {
        summary: "The logarithm of softmax, exact where softmax is near 0.",
        formula: r"y_i = x_i - \ln \sum_j e^{x_j}",
        gradients: &[("input", r"\bar{y}_i - e^{y_i} \sum_j \bar{y}_j")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.log_softmax.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LogSoftmaxBackward0",
    saves: &[Save::Output(0)],
    examples: &[
        "[2,3], 1",
        "[2,3], 0",
        "[3], -1",
        "T[3,2], 1",
        "[2,3,4], 1",
        "[], 0",
        "[0,3], 1",
        "n[4], 0",
    ],
    misuses: &[
        (
            "i[2,3], 0",
            "NotImplementedError: \"log_softmax_lastdim_kernel_impl\" not implemented for 'Long'",
        ),
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    dim(args, shape.len())?;
    shape_of(shape, args.dtype(2)?.unwrap_or(dtype))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dim = dim(args, array.ndim())?;
    let array = array.to_dtype(args.dtype(2)?.unwrap_or(array.dtype()))?;
    let mut shifted: Vec<f32> = Vec::new();
    one(match array.dtype() {
        DType::F32 => along_lines::<f32, f32>(&array, dim, |line, out| {
            let top = greatest(line);
            shifted.clear();
            shifted.extend(line.iter().map(|&x| x - top));
            crate::tensor::kernels::exp_slice(&shifted, out);
            let log = crate::tensor::kernels::sum_slice(out).ln();
            out.iter_mut()
                .zip(&shifted)
                .for_each(|(y, &x)| *y = x - log);
        })?,
        DType::F64 => along_lines::<f64, f64>(&array, dim, |line, out| {
            let top = greatest(line);
            let log = line.iter().fold(0.0, |sum, &x| sum + (x - top).exp()).ln();
            out.iter_mut()
                .zip(line)
                .for_each(|(y, &x)| *y = x - top - log);
        })?,
        dtype => return Err(not_for("log_softmax_lastdim_kernel_impl", dtype)),
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, y) = (ctx.grad()?, ctx.output(0)?);
    let dim = dim(ctx.args(), y.ndim())?;
    if ctx.create_graph() {
        let sum = ops::sum((&grad, dim, true))?;
        return ctx.only(ops::sub((&grad, &ops::mul((&ops::exp(&y)?, &sum))?))?);
    }
    let (grad, y) = (grad.array().to_dtype(y.dtype())?, y.array());
    ctx.only(Tensor::new(match y.dtype() {
        DType::F32 => along_lines2::<f32>(&grad, &y, dim, |g, y, out| {
            let sum = crate::tensor::kernels::sum_slice(g);
            crate::tensor::kernels::exp_slice(y, out);
            out.iter_mut()
                .zip(g)
                .for_each(|(out, &g)| *out = g - *out * sum);
        })?,
        _ => along_lines2::<f64>(&grad, &y, dim, |g, y, out| {
            let sum: f64 = g.iter().sum();
            for ((out, &g), &y) in out.iter_mut().zip(g).zip(y) {
                *out = g - y.exp() * sum;
            }
        })?,
    }))
}
