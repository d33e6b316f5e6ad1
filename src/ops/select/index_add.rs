//! `torch.index_add(x, 0, index, source)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "index_add",
    signature: "(input, dim, index, source, *, alpha=1)",
    forms: Forms::ALL,
    card: Card {
        summary: "Adds slices of a source to the slices that an index names.",
        formula: r"y_k = x_k + \alpha \sum_{i: k_i = k} s_i",
        gradients: &[("input", r"\bar{y}"), ("source", r"\alpha \bar{y}_{k_i}")],
        shape_rule: "As the input; the source has the index's length in that dimension.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.index_add.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "IndexAddBackward0",
    saves: &[Save::Input(2)],
    examples: &[
        "[4,3], 0, i4[5], [5,3]",
        "[2,4], 1, i4[3], [2,3], alpha=2",
        "T[4,3], 0, i4[2], [2,3]",
    ],
    misuses: &[],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, source) = (args.array(0)?, args.array(3)?);
    let dim = args.dim(1, 0, array.ndim())?;
    let along = Along::new(array.shape(), dim);
    let index = along.index(args, 2)?;
    if source.dtype() != array.dtype() {
        return Err(TensorError::runtime(format!(
            "index_add_(): self ({}) and source ({}) must have the same scalar type",
            array.dtype().word(),
            source.dtype().word()
        )));
    }
    let mut expected = array.shape().clone();
    if let Some(size) = expected.get_mut(dim) {
        *size = index.len();
    }
    if source.numel() != crate::tensor::numel(&expected) {
        return Err(TensorError::runtime(format!(
            "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = {} \
             source.shape = {}",
            size_text(array.shape()),
            size_text(source.shape())
        )));
    }
    let (array, source) = (array.copied()?, source.contiguous()?);
    dispatch!(array.dtype(), T => along.add(&array, &index, &source, T::from_f64(args.float(4, 1.0)?)));
    one(array)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let alpha = args.float(4, 1.0)?;
    let source = || -> Result<_> {
        let picked = ops::index_select((&grad, args.at(1), ctx.tensor(2)?))?;
        let picked = ops::reshape((&picked, &ctx.shape(3)?))?;
        if alpha == 1.0 {
            Ok(picked)
        } else {
            ops::mul((&picked, alpha))
        }
    };
    Ok(Grads::from_iter([
        ctx.needs(0).then(|| grad.clone()),
        None,
        None,
        ctx.needs(3).then(source).transpose()?,
    ]))
}
