//! `x.min()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "min",
    signature: "(input, dim=None, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The least element of all; with dim the least along it and where it stands first; with another tensor the element-wise minimum. nan wins.",
        formula: r"y = \min_i x_i",
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ at the least element; without dim shared among equal ones}",
            ),
            (
                "dim",
                r"\text{of another tensor: } \bar{y} \text{ where it is the least}",
            ),
        ],
        shape_rule: "All dimensions disappear, or the given one (size 1 with keepdim=True).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.min.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MinBackward1",
    grad_fn_of: Some(|args| match args.at(1) {
        Arg::None => "MinBackward1",
        Arg::Int(_) => "MinBackward0",
        _ => "MinimumBackward0",
    }),
    saves: &[
        Save::Input(0),
        Save::Input(1),
        Save::Output(0),
        Save::Output(1),
    ],
    returns: Returns::TensorOrNamed("min", &["values", "indices"]),
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, True",
        "[]",
        "T[3,2], 1",
        "[2,3], [3]",
        "i[5]",
        "n[4]",
        "n[2,3], 1",
        "b[3]",
        "[2,0], 0",
    ],
    misuses: &[
        (
            "[2,3], 2",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
        ),
        (
            "[0]",
            "RuntimeError: min(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
        ),
        (
            "[0,3], 0",
            "IndexError: min(): Expected reduction dim 0 to have non-zero size.",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    if args.at(1).is_tensor() {
        return shapes::binary(args);
    }
    let (shape, dtype) = args.meta(0)?;
    let dims = single_dim(args, &shape)?;
    let value = (dims.shape.clone(), dtype);
    Ok(if args.has(1) {
        smallvec![value, (dims.shape, DType::I64)]
    } else {
        smallvec![value]
    })
}

/// All dimensions, or the single one that is named.
fn single_dim(args: &Args, shape: &Shape) -> Result<Reduced> {
    match args.at(1) {
        Arg::None | Arg::Int(_) => reduced_dims(args, shape, 1, 2),
        _ => Err(args.wrong(1, "int")),
    }
}

fn forward(args: &Args) -> Result<Out> {
    if args.at(1).is_tensor() {
        let Forward::Kernel(kernel) = ops::elementwise::minimum::OP.forward else {
            unreachable!("a kernel")
        };
        return kernel(args);
    }
    let array = args.array(0)?;
    let reduced = single_dim(args, array.shape())?;
    check_not_empty("min", &array, &reduced, args.has(1))?;
    dispatch!(array.dtype(), T => {
        let found = fold::<T, (T, i64)>(&array, &reduced.dims, &Best(|x: T, best: T| best.above(x)))?;
        let (values, places): (Vec<T>, Vec<i64>) = found.into_iter().unzip();
        let values = Array::from_vec(values, reduced.shape.clone());
        if args.has(1) { Ok(smallvec![values, Array::from_vec(places, reduced.shape)]) } else { one(values) }
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    match ctx.args().at(1) {
        Arg::None => ctx.only(share_among_equal(ctx)?),
        Arg::Int(_) => ctx.only(to_places(ctx)?),
        _ => match ops::elementwise::minimum::OP.backward {
            Some(backward) => backward(ctx),
            None => unreachable!("minimum has a gradient"),
        },
    }
}
