//! `x[rows, columns] = values`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "index_put",
    signature: "(input, indices, values, accumulate=False)",
    forms: Forms::ALL,
    card: Card {
        summary: "Writes values over the elements that index tensors or masks choose, or adds to them.",
        formula: r"y_{i_k j_k} = v_k",
        gradients: &[
            ("input", r"\bar{y} \text{, 0 where written}"),
            ("values", r"\bar{y}_{i_k j_k}"),
        ],
        shape_rule: "As the input; the values are broadcast to the shape of what is chosen.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.index_put_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "IndexPutBackward0",
    examples: &[
        "[4,3], <i4[1]>, [3]",
        "[4,3], <i4[3], i3[3]>, [3], True",
        "[4,3], <b[4,3]>, []",
        "[4,3,2], <:, i3[1]>, [4,1,1]",
        "T[3,4], <i3[1]>, [4]",
    ],
    misuses: &[
        (
            "[4,3], <i4[2]>, [4]",
            "RuntimeError: shape mismatch: value tensor of shape [4] cannot be broadcast to indexing result of shape [2, 3]",
        ),
        (
            "[4,3], <i4[2]>, f[3]",
            "RuntimeError: Index put requires the source and destination dtypes match, got Double for the destination and \
             Float for the source.",
        ),
    ],
    program: "x = torch.zeros(5)\nx[torch.tensor([0, 3])] = 1.0\nprint(x)\n\nx[torch.tensor([1, 2])] += torch.tensor([2.0, 3.0])\nprint(x)",
    ..Op::BASE
};

/// The elements of `target` that the index argument means, after a look at the values for them.
pub(in crate::ops) fn places(target: &Array, args: &Args, values: &Array) -> Result<Places> {
    if values.dtype() != target.dtype() {
        return Err(TensorError::runtime(format!(
            "Index put requires the source and destination dtypes match, got {} for the destination and {} for the source.",
            target.dtype().word(),
            values.dtype().word()
        )));
    }
    let places = Places::new(target, args, 1)?;
    if expand_strides(values.shape(), values.strides(), &places.shape).is_none() {
        return Err(TensorError::runtime(format!(
            "shape mismatch: value tensor of shape {} cannot be broadcast to indexing result of shape {}",
            size_text(values.shape()),
            size_text(&places.shape)
        )));
    }
    Ok(places)
}

fn forward(args: &Args) -> Result<Out> {
    let (target, values) = (args.array(0)?.copied()?, args.array(2)?);
    let places = places(&target, args, &values)?;
    let accumulate = args.flag(3, false)?;
    dispatch!(target.dtype(), T => {
        places.put::<T>(&target, &values, |old, new| if accumulate { old.plus(new) } else { new })
    });
    one(target)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, args) = (ctx.grad()?, ctx.args());
    let target = || -> Result<Tensor> {
        if args.flag(3, false)? {
            return Ok(grad.clone());
        }
        ops::index_put((
            &grad,
            args.at(1),
            Tensor::new(Array::number(0.0, grad.dtype())),
        ))
    };
    let values = || ops::sum_to_size(&ops::index_((&grad, args.at(1)))?, &ctx.shape(2)?);
    Ok(Grads::from_iter([
        ctx.needs(0).then(target).transpose()?,
        None,
        ctx.needs(2).then(values).transpose()?,
    ]))
}
