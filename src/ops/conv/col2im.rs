//! `F.fold(x, (4, 4), 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "col2im",
    signature: "(input, output_size, kernel_size, dilation=1, padding=0, stride=1)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Columns added back to the windows of an image: the reverse of unfold, sums where windows overlap.",
        formula: r"y_{n, c, i} = \sum_{s l + d k - p = i} x_{n, (c k), l}",
        gradients: &[("input", r"\text{the windows of } \bar{y}")],
        shape_rule: "(N, C * kernel elements, number of windows) gives (N, C, *output_size).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.Fold.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "Col2ImBackward0",
    examples: &["[1,8,4], (3,3), 2", "[1,4,4], (4,4), 2, 1, 0, 2"],
    program: "x = torch.ones(1, 4, 4)\nprint(F.fold(x, (3, 3), 2))  # windows that overlap are added",
    ..Op::BASE
};

fn plan(args: &Args, shape: &[usize]) -> Result<(Windows, Shape)> {
    let size: Shape = args
        .ints(1)?
        .unwrap_or_default()
        .iter()
        .map(|&n| n as usize)
        .collect();
    let geometry = Geometry::read(args, [2, 5, 4, 3], size.len())?;
    let mut whole: Shape = smallvec![shape[0], 1];
    whole.extend_from_slice(&size);
    let windows = Windows::new("col2im", &whole, &geometry)?;
    if shape.len() != 3
        || !shape[1].is_multiple_of(windows.kernel_size())
        || shape[2] != windows.count()
    {
        return Err(TensorError::runtime(format!(
            "Given output_size={}, expected input with (N, C * {}, {}) but got input of size {}",
            size_text(&size),
            windows.kernel_size(),
            windows.count(),
            size_text(shape)
        )));
    }
    whole[1] = shape[1] / windows.kernel_size();
    Ok((windows, whole))
}

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    shape_of(plan(args, &shape)?.1, dtype)
}

fn forward(args: &Args) -> Result<Out> {
    let input = args.array(0)?.contiguous()?;
    let (windows, whole) = plan(args, input.shape())?;
    let (channels, per) = (whole[1], input.shape()[1] * input.shape()[2]);
    one(dispatch!(input.dtype(), T => {
        let data = input.slice::<T>();
        let mut values = vec![T::default(); numel(&whole)];
        for n in 0..whole[0] {
            let image = &mut values[n * channels * windows.size()..][..channels * windows.size()];
            windows.scatter(&data[n * per..][..per], channels, image);
        }
        Array::from_vec(values, whole)
    }))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let args = ctx.args();
    ctx.only(ops::im2col((
        &ctx.grad()?,
        args.at(2),
        args.at(3),
        args.at(4),
        args.at(5),
    ))?)
}
