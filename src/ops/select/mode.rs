//! `x.mode()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mode",
    signature: "(input, dim=-1, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The most frequent element along a dimension (the least of several), and where it stands last.",
        formula: r"y = \operatorname{mode}_i x_i",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the place that was picked, 0 elsewhere}",
        )],
        shape_rule: "The dimension disappears, or has size 1 with keepdim=True; the indices are int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.mode.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ModeBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("mode", &["values", "indices"]),
    examples: &["[5]", "i3[6]", "i3[2,4], 0", "i3[2,4], 1, True"],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let dim = args.dim(1, -1, shape.len())?;
    if args.flag(2, false)? {
        if let Some(size) = shape.get_mut(dim) {
            *size = 1;
        }
    } else if !shape.is_empty() {
        shape.remove(dim);
    }
    Ok(smallvec![(shape.clone(), dtype), (shape, DType::I64)])
}

fn forward(args: &Args) -> Result<Out> {
    let shapes = shape(args)?;
    let array = args.array(0)?;
    let dim = args.dim(1, -1, array.ndim())?;

    dispatch!(array.dtype(), T => {
        let places = along_lines_to::<T, i64>(&array, dim, 1, |line, out| out[0] = most_frequent(line) as i64)?;
        let values = along_lines_to::<T, T>(&array, dim, 1, |line, out| out[0] = line[most_frequent(line)])?;
        let outputs = [values, places].into_iter().zip(&shapes);
        Ok(outputs.map(|(array, (shape, _))| array.with_shape(shape.clone())).collect())
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (shape, args) = (ctx.shape(0)?, ctx.args());
    let places = ctx.output(1)?;
    ctx.only(to_places_along(
        &ctx.grad()?,
        &places,
        &shape,
        args.int(1, -1)?,
    )?)
}
