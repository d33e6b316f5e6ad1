//! `x.as_strided((2, 2), (1, 2))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "as_strided",
    signature: "(input, size, stride, storage_offset=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The input's storage seen through any sizes, strides and offset, without copying.",
        formula: r"y_{ij} = \text{storage}_{o + i s_0 + j s_1}",
        gradients: &[(
            "input",
            r"\bar{x}_k = \sum_{ij: o + i s_0 + j s_1 = k} \bar{y}_{ij}",
        )],
        shape_rule: "The given sizes, which must stay inside the storage.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.as_strided.html",
    },
    shape: Some(|args| {
        let dtype = args.meta(0)?.1;
        shape_of(sizes(args, 1)?, dtype)
    }),
    forward: Forward::Kernel(|args| {
        let array = args.array(0)?;
        let (size, strides, offset) = geometry(args, array.offset())?;
        check_inside(&array, &size, &strides, offset)?;
        one(array.with_geometry(size, strides, offset))
    }),
    backward: Some(backward),
    grad_fn: "AsStridedBackward0",
    view: true,
    saves: &[Save::Input(0)],
    examples: &[
        "[6], (2,3), (3,1)",
        "[6], (2,2), (1,2), 1",
        "[5], (3,3), (1,1)",
        "[2,3], (3,), (2,)",
    ],
    misuses: &[
        (
            "[2], (2,), (1,1)",
            "RuntimeError: mismatch in length of strides and shape",
        ),
        (
            "[2], (2,), (-1,)",
            "RuntimeError: as_strided: Negative strides are not supported at the moment, got strides: [-1]",
        ),
        (
            "[2], (3,), (1,)",
            "RuntimeError: setStorage: sizes [3], strides [1], storage offset 0, and itemsize 8 requiring a storage size of \
             24 are out of bounds for storage of size 16",
        ),
    ],
    ..Op::BASE
};

fn geometry(args: &Args, offset: usize) -> Result<(Shape, Strides, usize)> {
    let size = sizes(args, 1)?;
    let given = args.ints(2)?.unwrap_or_default();
    if given.len() != size.len() {
        return Err(TensorError::runtime(
            "mismatch in length of strides and shape",
        ));
    }
    if given.iter().any(|&stride| stride < 0) {
        return Err(TensorError::runtime(format!(
            "as_strided: Negative strides are not supported at the moment, got strides: {}",
            size_text(&given)
        )));
    }
    let strides = given.iter().map(|&stride| stride as isize).collect();
    Ok((size, strides, args.int(3, offset as i64)?.max(0) as usize))
}

fn check_inside(array: &Array, size: &Shape, strides: &Strides, offset: usize) -> Result<()> {
    let steps = size.iter().zip(strides);
    let last = steps.map(|(&n, &stride)| n.saturating_sub(1).saturating_mul(stride as usize));
    let needed = last
        .fold(offset, usize::saturating_add)
        .saturating_add(1)
        .saturating_mul(array.dtype().size());
    let there = array.storage().len() * array.dtype().size();
    if numel(size) == 0 || needed <= there {
        return Ok(());
    }
    Err(TensorError::runtime(format!(
        "setStorage: sizes {}, strides {}, storage offset {offset}, and itemsize {} requiring a storage size of {needed} \
         are out of bounds for storage of size {there}",
        size_text(size),
        size_text(strides),
        array.dtype().size()
    )))
}

/// Adds up the gradients of the outputs that lie at one place of the storage.
fn backward(ctx: &Context) -> Result<Grads> {
    let input = ctx.tensor(0)?.array().clone();
    let (size, strides, offset) = geometry(ctx.args(), input.offset())?;
    let positions = |shape: &Shape, strides: &Strides, offset| {
        let at: Vec<i64> = crate::tensor::Offsets::new(shape, strides, offset)
            .map(|at| at as i64)
            .collect();
        let count = at.len();
        Tensor::from_vec(at, &[count])
    };
    let grad = ctx.grad()?;
    let zeros = ops::zeros(&[input.storage().len()].as_slice().into(), grad.dtype())?;
    let flat = ops::reshape((&grad, &[-1i64][..]))?;
    let sum = ops::index_add((&zeros, 0, &positions(&size, &strides, offset), &flat))?;
    let own = positions(input.shape(), input.strides(), input.offset());
    ctx.only(ops::reshape((
        &ops::index_select((&sum, 0, &own))?,
        input.shape(),
    ))?)
}
