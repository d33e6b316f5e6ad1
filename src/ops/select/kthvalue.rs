//! `x.kthvalue(2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "kthvalue",
    signature: "(input, k, dim=-1, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The k-th least element along a dimension, and where it stands.",
        formula: "y = x_{(k)}",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the place that was picked, 0 elsewhere}",
        )],
        shape_rule: "The dimension disappears, or has size 1 with keepdim=True; the indices are int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.kthvalue.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "KthvalueBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("kthvalue", &["values", "indices"]),
    examples: &["[5], 2", "[2,3], 1, 0", "[2,3], 3, 1, True", "i[5], 3"],
    misuses: &[(
        "[3], 5",
        "RuntimeError: kthvalue(): selected number k out of range for dimension 0",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let dim = args.dim(2, -1, shape.len())?;
    if args.flag(3, false)? {
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
    let dim = args.dim(2, -1, array.ndim())?;
    let k = args.int(1, 1)? as usize;
    if k < 1 || k > array.shape().get(dim).copied().unwrap_or(1) {
        return Err(TensorError::runtime(format!(
            "kthvalue(): selected number k out of range for dimension {dim}"
        )));
    }
    dispatch!(array.dtype(), T => {
        let places = along_lines_to::<T, i64>(&array, dim, 1, |line, out| out[0] = ordered(line, false)[k - 1] as i64)?;
        let values = along_lines_to::<T, T>(&array, dim, 1, |line, out| out[0] = line[ordered(line, false)[k - 1]])?;
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
        args.int(2, -1)?,
    )?)
}
