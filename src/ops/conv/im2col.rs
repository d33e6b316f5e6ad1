//! `F.unfold(x, 3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "im2col",
    signature: "(input, kernel_size, dilation=1, padding=0, stride=1)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "All windows of an image (or a signal) as columns: what turns a convolution into a matrix product.",
        formula: "y_{n, (c k), l} = x_{n, c, s l + d k - p}",
        gradients: &[("input", r"\text{each column added back to its window}")],
        shape_rule: "(N, C, *spatial) gives (N, C * kernel elements, number of windows).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Unfold.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "Im2ColBackward0",
    examples: &[
        "[1,2,3,3], 2",
        "[2,1,4,4], (2,3), 1, 1, 2",
        "[1,1,5], 3, 1, 1",
        "[1,1,5,5], 2, 2",
    ],
    program: "x = torch.arange(9.0).reshape(1, 1, 3, 3)\nprint(F.unfold(x, 2))  # each column is one window",
    ..Op::BASE
};

/// The window geometry of a call: sizes after the input's first two.
pub fn windows(args: &Args, shape: &[usize]) -> Result<Windows> {
    Windows::new(
        "im2col",
        shape,
        &Geometry::read(args, [1, 4, 3, 2], shape.len().saturating_sub(2))?,
    )
}

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    let windows = windows(args, &shape)?;
    shape_of(
        smallvec![shape[0], shape[1] * windows.kernel_size(), windows.count()],
        dtype,
    )
}

fn forward(args: &Args) -> Result<Out> {
    let input = args.array(0)?.contiguous()?;
    let windows = windows(args, input.shape())?;
    let (batch, channels) = (input.shape()[0], input.shape()[1]);
    let (rows, columns) = (channels * windows.kernel_size(), windows.count());
    one(dispatch!(input.dtype(), T => {
        let data = input.slice::<T>();
        let mut values = budget::room::<T>(batch * rows * columns)?;
        values.resize(batch * rows * columns, T::default());
        for n in 0..batch {
            let image = &data[n * channels * windows.size()..][..channels * windows.size()];
            windows.gather(image, channels, &mut values[n * rows * columns..][..rows * columns]);
        }
        Array::from_vec(values, Shape::from_slice(&[batch, rows, columns]))
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, shape) = (ctx.args(), ctx.shape(0)?);
    let size = Shape::from_slice(&shape[2..]);
    ctx.only(ops::col2im((
        &ctx.grad()?,
        &size,
        args.at(1),
        args.at(2),
        args.at(3),
        args.at(4),
    ))?)
}
