//! `F.adaptive_max_pool2d(x, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "adaptive_max_pool2d",
    signature: "(input, output_size)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The greatest elements of windows that are chosen so that the output gets a given size, and where they stand.",
        formula: r"y_{n c l} = \max x_{n c i}, \; \lfloor l L / o \rfloor \le i < \lceil (l + 1) L / o \rceil",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the greatest element of each window}",
        )],
        shape_rule: "(..., H, W) gives (..., *output_size).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.adaptive_max_pool2d.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "AdaptiveMaxPool2DBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Tuple,
    examples: &["[1,2,4,4], 2", "[2,5,3], (2,2)"],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let n = shape.len();
    let sizes = args.ints_of::<2>(1, -1)?;
    for d in 0..2 {
        if sizes[d] >= 0 {
            shape[n - 2 + d] = sizes[d] as usize;
        }
    }
    Ok(smallvec![(shape.clone(), dtype), (shape, DType::I64)])
}

fn forward(args: &Args) -> Result<Out> {
    let input = args.array(0)?.contiguous()?;
    let (out, _) = shape(args)?.swap_remove(0);
    let n = out.len();
    let (height, width) = (input.shape()[n - 2], input.shape()[n - 1]);
    let window = |l: usize, size: usize, out: usize| l * size / out..((l + 1) * size).div_ceil(out);
    dispatch!(input.dtype(), T => {
        let data = input.slice::<T>();
        let (mut values, mut places) = (Vec::new(), Vec::new());
        for channel in data.chunks_exact((height * width).max(1)) {
            for (row, column) in (0..out[n - 2]).flat_map(|row| (0..out[n - 1]).map(move |column| (row, column))) {
                let rows = window(row, height, out[n - 2]);
                let inside = rows.flat_map(|i| window(column, width, out[n - 1]).map(move |j| i * width + j));
                let best = inside.reduce(|best, at| if channel[at].above(channel[best]) || Element::is_nan(channel[at]) { at } else { best });
                let best = best.unwrap_or(0);
                values.push(channel[best]);
                places.push(best as i64);
            }
        }
        drop(data);
        Ok(smallvec![Array::from_vec(values, out.clone()), Array::from_vec(places, out)])
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let shape = ctx.shape(0)?;
    let size: usize = shape[shape.len() - 2..].iter().product();
    let channels = numel(&shape) / size.max(1);
    let flat = |tensor: &Tensor| ops::reshape((tensor, &[channels as i64, -1][..]));
    let zeros = ops::zeros(&smallvec![channels, size], ctx.dtype(0)?)?;
    let sums = ops::scatter_add((&zeros, 1, &flat(&ctx.output(1)?)?, &flat(&ctx.grad()?)?))?;
    ctx.only(ops::reshape((&sums, &shape))?)
}
