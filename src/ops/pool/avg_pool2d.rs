//! `F.avg_pool2d(x, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "avg_pool2d",
    signature: "(input, kernel_size, stride=None, padding=0, ceil_mode=False, count_include_pad=True, divisor_override=None)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The average of each window.",
        formula: r"y_{n c l} = \frac{1}{|K|} \sum_k x_{n c, s l + k - p}",
        gradients: &[(
            "input",
            r"\bar{y} / |K| \text{ added to each element of the window}",
        )],
        shape_rule: "(N, C, H, W) or (C, H, W); each size L becomes floor((L + 2 padding - K) / stride) + 1, rounded up with ceil_mode.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.avg_pool2d.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "AvgPool2DBackward0",
    examples: &[
        "[1,2,4,4], 2",
        "[2,5,5], 3, 1, 1",
        "[1,1,5,5], 2, 2, 1, True, False",
        "[1,1,4,4], 2, divisor_override=3",
    ],
    misuses: &[(
        "[1,1,2,2], 3",
        "RuntimeError: Given input size: (1x2x2). Calculated output size: (1x0x0). Output size is too small",
    )],
    ..Op::BASE
};

fn plan(args: &Args) -> Result<(PoolWindows, Shape)> {
    let shape = args.shape(0)?;
    let windows = PoolWindows::new(args, &shape, [1, 2, 3, usize::MAX, 4])?;
    let mut out = Shape::from_slice(&shape[..shape.len() - windows.spatial()]);
    out.extend_from_slice(&windows.counts);
    Ok((windows, out))
}

fn shape(args: &Args) -> Result<Shapes> {
    shape_of(plan(args)?.1, args.meta(0)?.1)
}

/// What the sum of a window is divided by.
fn divisor(args: &Args, windows: &PoolWindows, window: &[usize]) -> Result<f64> {
    match args.int(6, 0)? {
        0 => Ok(windows.area(window, args.flag(5, true)?) as f64),
        divisor => Ok(divisor as f64),
    }
}

/// For each window: its elements' places and the weight of each.
fn weights(args: &Args, windows: &PoolWindows) -> Result<Vec<(Vec<usize>, f64)>> {
    let mut all = Vec::new();
    let mut failed = None;
    windows.each(|window| {
        let mut places = Vec::new();
        windows.inside(window, |at| places.push(at));
        match divisor(args, windows, window) {
            Ok(divisor) => all.push((places, 1.0 / divisor)),
            Err(error) => failed = Some(error),
        }
    });
    failed.map_or(Ok(all), Err)
}

fn forward(args: &Args) -> Result<Out> {
    let (windows, shape) = plan(args)?;
    let input = args.array(0)?.contiguous()?;
    let weights = weights(args, &windows)?;
    one(dispatch_real!(input.dtype(), T => {
        let data = input.slice::<T>();
        let mut values = budget::room::<T>(numel(&shape))?;
        for channel in data.chunks_exact(windows.size().max(1)) {
            values.extend(weights.iter().map(|(places, weight)| {
                places.iter().fold(T::ZERO, |sum, &at| sum + channel[at]) * T::from_f64(*weight)
            }));
        }
        Array::from_vec(values, shape)
    }, _ => return Err(not_implemented("avg_pool2d", input.dtype()))))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, shape) = (ctx.args(), ctx.shape(0)?);
    if ctx.create_graph() {
        // Linear: the gradient of the gradient is the pooling itself.
        return ctx.only(spread_in_ops(ctx)?);
    }
    let (windows, _) = plan(args)?;
    let weights = weights(args, &windows)?;
    let grad = ctx.grad()?.array().contiguous()?;
    ctx.only(Tensor::new(dispatch_real!(grad.dtype(), T => {
        let grads = grad.slice::<T>();
        let mut values = vec![T::ZERO; numel(&shape)];
        for (channel, grads) in values.chunks_exact_mut(windows.size().max(1)).zip(grads.chunks_exact(weights.len().max(1))) {
            for ((places, weight), &g) in weights.iter().zip(grads) {
                places.iter().for_each(|&at| channel[at] += g * T::from_f64(*weight));
            }
        }
        Array::from_vec(values, shape)
    }, _ => return Err(not_implemented("avg_pool2d", grad.dtype())))))
}

fn spread_in_ops(ctx: &Context) -> Result<Tensor> {
    let (args, shape) = (ctx.args(), ctx.shape(0)?);
    let (windows, _) = plan(args)?;
    let weights = weights(args, &windows)?;
    let (channels, size) = (
        (numel(&shape) / windows.size().max(1)) as i64,
        windows.size(),
    );
    let (mut from, mut to, mut share) = (Vec::new(), Vec::new(), Vec::new());
    for (window, (places, weight)) in weights.iter().enumerate() {
        for &at in places {
            from.push(window as i64);
            to.push(at as i64);
            share.push(*weight);
        }
    }
    let count = from.len();
    let vector = |values: Vec<i64>| Tensor::from_vec(values, &[count]);
    let share = ops::to_dtype(&Tensor::from_vec(share, &[count]), ctx.dtype(0)?)?;
    let grad = ops::reshape((&ctx.grad()?, &[channels, -1][..]))?;
    let parts = ops::mul((&ops::index_select((&grad, 1, &vector(from)))?, &share))?;
    let zeros = ops::zeros(&smallvec![channels as usize, size], ctx.dtype(0)?)?;
    ops::reshape((&ops::index_add((&zeros, 1, &vector(to), &parts))?, &shape))
}
