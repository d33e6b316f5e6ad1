//! `torch.masked_select(x, mask)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "masked_select",
    signature: "(input, mask)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The elements where a mask holds, as a vector.",
        formula: "y = (x_i : m_i)",
        gradients: &[("input", r"\bar{y} \text{ where selected, 0 elsewhere}")],
        shape_rule: "One dimension, as long as there are selected elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.masked_select.html",
    },
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "MaskedSelectBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], b[2,3]", "[2,3], b[3]", "[3], b[2,1]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (input, mask) = (args.tensor(0)?, args.tensor(1)?);
    if mask.dtype() != DType::Bool {
        return Err(TensorError::runtime(
            "masked_select: expected BoolTensor for mask",
        ));
    }
    let shape = broadcast("masked_select", &input.shape(), &mask.shape())?;
    let wide = if input.shape() == shape {
        input.clone()
    } else {
        ops::expand((input, &shape))?
    };
    let mask = mask.array();
    let strides = broadcast_strides(mask.shape(), mask.strides(), &shape);
    let chosen = mask
        .with_geometry(shape, strides, mask.offset())
        .gather::<bool>()?;
    let places: Vec<i64> = chosen
        .iter()
        .enumerate()
        .filter(|(_, chosen)| **chosen)
        .map(|(i, _)| i as i64)
        .collect();
    let count = places.len();
    let flat = ops::reshape((&wide, -1))?;
    call(
        &super::index_select::OP,
        (&flat, 0, &Tensor::from_vec(places, &[count])).into(),
    )
}
