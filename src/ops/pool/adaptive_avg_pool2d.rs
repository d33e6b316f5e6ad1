//! `F.adaptive_avg_pool2d(x, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "adaptive_avg_pool2d",
    signature: "(input, output_size)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Averages over windows that are chosen so that the output gets a given size.",
        formula: r"y_{n c l} = \text{mean of } x_{n c i}, \; \lfloor l L / o \rfloor \le i < \lceil (l + 1) L / o \rceil",
        gradients: &[(
            "input",
            r"\bar{y} / |K_l| \text{ added to each element of the window}",
        )],
        shape_rule: "(..., H, W) gives (..., *output_size).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_avg_pool2d.html",
    },
    shape: Some(|args| {
        let (mut shape, dtype) = args.meta(0)?;
        let n = shape.len();
        let size = wanted(args, &shape)?;
        shape.truncate(n - 2);
        shape.extend(size);
        shape_of(shape, dtype)
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "AdaptiveAvgPool2DBackward0",
    saves: &[Save::Input(0)],
    examples: &["[1,2,4,4], 2", "[2,5,3], (2,2)", "[1,1,3,3], 5"],
    ..Op::BASE
};

/// The wanted height and width; None keeps the input's.
fn wanted(args: &Args, shape: &Shape) -> Result<[usize; 2]> {
    if shape.len() < 3 {
        return Err(TensorError::runtime(format!(
            "adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got {}",
            size_text(shape)
        )));
    }
    let sizes = args.ints_of::<2>(1, -1)?;
    let n = shape.len();
    Ok(std::array::from_fn(|d| {
        if sizes[d] < 0 {
            shape[n - 2 + d]
        } else {
            sizes[d] as usize
        }
    }))
}

/// A matrix of weights: row l averages the window of output l.
fn averages(size: usize, out: usize, dtype: DType) -> Result<Tensor> {
    let mut weights = vec![0.0; size * out];
    for l in 0..out {
        let (from, to) = (l * size / out, ((l + 1) * size).div_ceil(out));
        weights[l * size + from..l * size + to].fill(1.0 / (to - from) as f64);
    }
    Ok(Tensor::new(
        Array::from_vec(weights, Shape::from_slice(&[out, size])).to_dtype(dtype)?,
    ))
}

fn compose(args: &Args) -> Result<Outputs> {
    let input = args.tensor(0)?;
    let shape = input.shape();
    let [rows, columns] = wanted(args, &shape)?;
    let n = shape.len();
    let across = averages(shape[n - 1], columns, input.dtype())?;
    let down = averages(shape[n - 2], rows, input.dtype())?;
    let wide = ops::matmul((input, &ops::t(&across)?))?;
    call(&ops::matmul::matmul::OP, (&down, &wide).into())
}
