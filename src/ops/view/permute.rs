//! `x.permute(2, 0, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "permute",
    signature: "(input, *dims)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Puts the dimensions into another order, without copying.",
        formula: r"y_{i_{p_0} i_{p_1} \dots} = x_{i_0 i_1 \dots}",
        gradients: &[("input", r"\bar{y} \text{, in the former order}")],
        shape_rule: "The sizes in the new order.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.permute.html",
    },
    shape: Some(|args| {
        let output = permuted(args)?;
        shape_of(output.shape().clone(), output.dtype())
    }),
    forward: Forward::Kernel(|args| one(permuted(args)?)),
    backward: Some(backward),
    grad_fn: "PermuteBackward0",
    view: true,
    examples: &["[2,3,4], (2,0,1)", "[2,3], (-1,0)", "[], ()"],
    misuses: &[
        (
            "[2,3], (0,)",
            "RuntimeError: permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 2 is not equal to len(dims) = 1",
        ),
        (
            "[2,3], (0,0)",
            "RuntimeError: permute(): duplicate dims are not allowed.",
        ),
    ],
    ..Op::BASE
};

/// The wanted order of dimensions.
fn order(args: &Args, ndim: usize) -> Result<Vec<usize>> {
    let dims = args.ints(1)?.unwrap_or_default();
    if dims.len() != ndim {
        return Err(TensorError::runtime(format!(
            "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired \
             ordering of dimensions i.e. input.dim() = {ndim} is not equal to len(dims) = {}",
            dims.len()
        )));
    }
    let mut order: Vec<usize> = Vec::new();
    for &dim in &dims {
        let dim = wrap_dim(dim, ndim)?;
        if order.contains(&dim) {
            return Err(TensorError::runtime(
                "permute(): duplicate dims are not allowed.",
            ));
        }
        order.push(dim);
    }
    Ok(order)
}

fn permuted(args: &Args) -> Result<Array> {
    let array = args.array(0)?;
    let order = order(args, array.ndim())?;
    let shape = order.iter().map(|&d| array.shape()[d]).collect();
    let strides = order.iter().map(|&d| array.strides()[d]).collect();
    Ok(array.with_geometry(shape, strides, array.offset()))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let order = order(ctx.args(), ctx.shape(0)?.len())?;
    let mut inverse = vec![0i64; order.len()];
    for (to, &from) in order.iter().enumerate() {
        inverse[from] = to as i64;
    }
    ctx.only(ops::permute((&ctx.grad()?, &inverse[..]))?)
}
