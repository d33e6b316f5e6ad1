//! `F.max_pool2d(x, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "max_pool2d_with_indices",
    signature: "(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The greatest element of each window, and where it stands in its channel.",
        formula: r"y_{n c l} = \max_k x_{n c, s l + d k - p}",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the greatest element of each window}",
        )],
        shape_rule: "(N, C, L...) or (C, L...); each L becomes floor((L + 2 padding - dilation (K - 1) - 1) / stride) + 1, rounded up with ceil_mode.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.max_pool2d.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MaxPool2DWithIndicesBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Tuple,
    examples: &[
        "[1,2,4,4], 2",
        "[2,5,5], 3, 1, 1",
        "[1,1,5,5], 2, 2, 0, 1, True",
        "[1,1,5,5], (2,3), (1,2), 0, (2,1)",
    ],
    misuses: &[
        (
            "[1,1,2,2], 3",
            "RuntimeError: Given input size: (1x2x2). Calculated output size: (1x0x0). Output size is too small",
        ),
        (
            "[2,2], 2",
            "RuntimeError: non-empty 3D or 4D (batch mode) tensor expected for input",
        ),
    ],
    ..Op::BASE
};

fn plan(args: &Args) -> Result<(PoolWindows, Shape)> {
    let shape = args.shape(0)?;
    let windows = PoolWindows::new(args, &shape, [1, 2, 3, 4, 5])?;
    let mut out = Shape::from_slice(&shape[..shape.len() - windows.spatial()]);
    out.extend_from_slice(&windows.counts);
    Ok((windows, out))
}

fn shape(args: &Args) -> Result<Shapes> {
    let (_, shape) = plan(args)?;
    Ok(smallvec![
        (shape.clone(), args.meta(0)?.1),
        (shape, DType::I64)
    ])
}

fn forward(args: &Args) -> Result<Out> {
    let (windows, shape) = plan(args)?;
    let input = args.array(0)?;
    let layout = windows.layout();
    let count = numel(&shape);
    dispatch_wide!(input.dtype(), T => {
        let wide = input.widened()?.contiguous()?;
        let data = wide.slice::<T>();
        let (mut values, mut places) = (budget::room::<T>(count)?, budget::room::<i64>(count)?);
        for channel in data.chunks_exact(windows.size().max(1)) {
            for window in layout.windows() {
                let mut best = window.first().map_or(0, |&at| at as usize);
                for &at in window {
                    let x = channel[at as usize];
                    if x.above(channel[best]) || Element::is_nan(x) {
                        best = at as usize;
                    }
                }
                values.push(if window.is_empty() { T::default() } else { channel[best] });
                places.push(best as i64);
            }
        }
        drop(data);
        let values = Array::from_vec(values, shape.clone()).to_dtype(input.dtype())?;
        Ok(smallvec![values, Array::from_vec(places, shape)])
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let spatial = PoolWindows::new(ctx.args(), &shape, [1, 2, 3, 4, 5])?.spatial();
    let (channels, size) = (
        numel(&shape[..shape.len() - spatial]),
        numel(&shape[shape.len() - spatial..]),
    );
    let flat = |tensor: &Tensor| ops::reshape((tensor, &[channels as i64, -1][..]));
    let zeros = ops::zeros(&smallvec![channels, size], ctx.dtype(0)?)?;
    let sums = ops::scatter_add((&zeros, 1, &flat(&ctx.output(1)?)?, &flat(&ctx.grad()?)?))?;
    ctx.only(ops::reshape((&sums, &shape))?)
}
