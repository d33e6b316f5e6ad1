//! `x.median()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "median",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The middle element: of an even number the lower of the two. nan wins.",
        formula: r"y = x_{(\lfloor (n - 1) / 2 \rfloor)}",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the place that was picked, 0 elsewhere}",
        )],
        shape_rule: "The dimension disappears, or has size 1 with keepdim=True; the indices are int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.median.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MedianBackward0",
    saves: &[Save::Input(0), Save::Output(0), Save::Output(1)],
    returns: Returns::TensorOrNamed("median", &["values", "indices"]),
    examples: &["[5]", "[4]", "[2,3], 1", "[3,2], 0, True", "i[5]", "n[5]"],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    if !args.has(1) {
        return shape_of(Shape::new(), dtype);
    }
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
    let (array, dim) = if args.has(1) {
        (array.clone(), args.dim(1, -1, array.ndim())?)
    } else {
        (
            array
                .contiguous()?
                .with_shape(Shape::from_slice(&[array.numel()])),
            0,
        )
    };
    if array.numel() == 0 && !args.has(1) {
        return one(Array::number(f64::NAN, array.dtype()));
    }
    dispatch!(array.dtype(), T => {
        let places = along_lines_to::<T, i64>(&array, dim, 1, |line, out| out[0] = middle(line, false) as i64)?;
        let values = along_lines_to::<T, T>(&array, dim, 1, |line, out| out[0] = line[middle(line, false)])?;
        let outputs = [values, places].into_iter().zip(&shapes);
        Ok(outputs.map(|(array, (shape, _))| array.with_shape(shape.clone())).collect())
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    if !ctx.args().has(1) {
        return ctx.only(share_among_equal(ctx)?);
    }
    let (shape, args) = (ctx.shape(0)?, ctx.args());
    let places = ctx.output(1)?;
    ctx.only(to_places_along(
        &ctx.grad()?,
        &places,
        &shape,
        args.int(1, -1)?,
    )?)
}
