//! `x.scatter(1, index, src)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "scatter",
    signature: "(input, dim, index, src, *, reduce=None)",
    forms: Forms::ALL,
    card: Card {
        summary: "Writes each element of a source (or one value) at the place that the index gives along one dimension.",
        formula: "y_{k_{ij} j} = s_{ij}",
        gradients: &[
            ("input", r"\bar{y} \text{, 0 where written}"),
            ("src", r"\bar{y}_{k_{ij} j}"),
        ],
        shape_rule: "As the input; the index is no larger than the source.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.scatter.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ScatterBackward0",
    grad_fn_of: Some(|args| {
        if args.at(3).is_tensor() {
            "ScatterBackward0"
        } else {
            "ScatterBackward1"
        }
    }),
    saves: &[Save::Input(2)],
    examples: &[
        "[3,4], 0, i3[1,4], [1,4]",
        "[3,4], 1, i4[3,1], 1.5",
        "[4], 0, i4[2], [3]",
    ],
    misuses: &[(
        "[2,3], 0, i7[1,3], 1.0",
        "RuntimeError: index 5 is out of bounds for dimension 0 with size 2",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (array, index) = (args.array(0)?, args.array(2)?);
    let lines = Lines::new("scatter", &array, args.dim(1, 0, array.ndim())?, &index)?;
    let out = array.copied()?;
    let join = args.text(4, "")?;
    let source = match args.at(3) {
        Arg::Tensor(source) => Some(lines.corner(&source.array(), &index)?),
        _ => None,
    };
    if source
        .as_ref()
        .is_some_and(|source| source.dtype() != array.dtype())
    {
        return Err(TensorError::runtime(
            "scatter(): Expected self.dtype to be equal to src.dtype",
        ));
    }
    dispatch!(array.dtype(), T => {
        let values = match source {
            Some(source) => source.gather::<T>()?,
            None => vec![T::from_f64(args.float(3, 0.0)?); lines.places.len()],
        };
        let mut data = out.storage().data_mut::<T>();
        for (&at, &value) in lines.places.iter().zip(&values) {
            data[at] = match join {
                "add" => data[at].plus(value),
                "multiply" => data[at].times(value),
                _ => value,
            };
        }
    });
    one(out)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, dim) = (ctx.grad()?, ctx.args().at(1));
    ctx.each::<4>(|input| match input {
        0 => ops::scatter((&grad, dim, ctx.tensor(2)?, 0.0)),
        _ => {
            super::scatter_add::pad_to(&ops::gather((&grad, dim, ctx.tensor(2)?))?, &ctx.shape(3)?)
        }
    })
}
