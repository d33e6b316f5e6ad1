//! `x[rows, columns]`, `x[mask]`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "index",
    signature: "(input, indices)",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "The elements that index tensors or masks choose, copied.",
        formula: r"y_k = x_{i_k j_k \dots}",
        gradients: &[(
            "input",
            r"\bar{x}_{ij} = \sum_{k: (i_k, j_k) = (i, j)} \bar{y}_k",
        )],
        shape_rule: "The indexed dimensions give way to the broadcast shape of the index tensors, in the place of the first \
                     of them, or in front when they stand apart.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html",
    },
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "IndexBackward0",
    examples: &[
        "[4,3], <i4[2]>",
        "[4,3], <:, i3[2,2]>",
        "[4,3,2], <i4[2], :, i2[2]>",
        "[4,3], <b[4,3]>",
        "T[3,4], <i3[5]>",
    ],
    misuses: &[
        (
            "[4,3], <[2]>",
            "IndexError: tensors used as indices must be long, int, byte or bool tensors",
        ),
        (
            "[4,3], <i9[5]>",
            "IndexError: index 4 is out of bounds for dimension 0 with size 4",
        ),
        (
            "[4,3], <i3[2], i3[3]>",
            "IndexError: shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]",
        ),
        (
            "[4,3], <b[3]>",
            "IndexError: The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [4, 3] at index 0",
        ),
    ],
    program: "x = torch.tensor([[1.0, -2.0, 0.5], [3.0, -1.5, 2.0]], requires_grad=True)\ny = x[:, torch.tensor([2, 0, 0])]\nprint(y)\n\ny.sum().backward()\nprint(x.grad)  # the first column was read twice",
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let places = Places::new(&array, args, 1)?;
    one(dispatch!(array.dtype(), T => Array::from_vec(places.pick::<T>(&array)?, places.shape)))
}

fn backward(ctx: &Context) -> Result<Grads> {
    let zeros = ops::zeros(&ctx.shape(0)?, ctx.dtype(0)?)?;
    ctx.only(ops::index_put((
        &zeros,
        ctx.args().at(1),
        &ctx.grad()?,
        true,
    ))?)
}
