//! `torch.softmax(x, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "softmax",
    signature: "(input, dim=None, dtype=None)",
    forms: Forms::BOTH.and(Forms::FUNCTIONAL).and(Forms::SPECIAL),
    card: Card {
        summary: "Scores as probabilities: positive, and 1 in sum along the dimension.",
        formula: r"y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}",
        gradients: &[(
            "input",
            r"y_i \left( \bar{y}_i - \sum_j \bar{y}_j y_j \right)",
        )],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.softmax.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "SoftmaxBackward0",
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
        "i[3], 0, dtype=float64",
    ],
    misuses: &[
        (
            "i[2,3], 0",
            "NotImplementedError: \"softmax_kernel_impl\" not implemented for 'Long'",
        ),
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
    ],
    ..Op::BASE
};

/// The dimension; without one what PyTorch took before it became required.
pub fn dim(args: &Args, ndim: usize) -> Result<usize> {
    args.dim(1, if matches!(ndim, 0 | 1 | 3) { 0 } else { 1 }, ndim)
}

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
            let sum = crate::tensor::kernels::sum_slice(out);
            out.iter_mut().for_each(|y| *y /= sum);
        })?,
        DType::F64 => along_lines::<f64, f64>(&array, dim, |line, out| {
            let top = greatest(line);
            out.iter_mut()
                .zip(line)
                .for_each(|(y, &x)| *y = (x - top).exp());
            let sum: f64 = out.iter().sum();
            out.iter_mut().for_each(|y| *y /= sum);
        })?,
        dtype => return Err(not_for(
                if dim + 1 == array.ndim() {
                    "softmax_lastdim_kernel_impl"
                } else {
                    "softmax_kernel_impl"
                },
                dtype,
            )),
    })
}

/// The greatest element, which is subtracted so that no exponential overflows.
pub fn greatest<T: Real>(line: &[T]) -> T {
    line.iter().fold(T::neg_infinity(), |top, &x| {
        if x > top || Element::is_nan(x) {
            x
        } else {
            top
        }
    })
}

pub fn not_for(kernel: &str, dtype: DType) -> TensorError {
    TensorError::not_implemented(format!(
        "\"{kernel}\" not implemented for '{}'",
        dtype.word()
    ))
    .because("Probabilities are not whole numbers. Convert first: x.float().")
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, y) = (ctx.grad()?, ctx.output(0)?);
    let dim = dim(ctx.args(), y.ndim())?;
    if ctx.create_graph() {
        let weighted = ops::mul((&grad, &y))?;
        let sum = ops::sum((&weighted, dim, true))?;
        return ctx.only(ops::sub((&weighted, &ops::mul((&y, &sum))?))?);
    }
    let (grad, y) = (grad.array().to_dtype(y.dtype())?, y.array());
    ctx.only(Tensor::new(
        dispatch_real!(y.dtype(), T => along_lines2::<T>(&grad, &y, dim, |g, y, out| {
        let sum = g.iter().zip(y).fold(T::ZERO, |sum, (&g, &y)| sum + g * y);
        for ((out, &g), &y) in out.iter_mut().zip(g).zip(y) {
            *out = (g - sum) * y;
        }
    })?, _ => unreachable!("floating point")),
    ))
}
