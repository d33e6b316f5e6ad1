//! `x.topk(2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "topk",
    signature: "(input, k, dim=-1, largest=True, sorted=True)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The k greatest (or least) elements along a dimension, and where they stand.",
        formula: r"y_0 \ge y_1 \ge \dots \ge y_{k - 1}, \quad y_j = x_{i_j}",
        gradients: &[(
            "input",
            r"\bar{y}_j \text{ at } x_{i_j} \text{, 0 at what was not picked}",
        )],
        shape_rule: "The dimension gets size k, twice: values, and indices in int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.topk.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "TopkBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("topk", &["values", "indices"]),
    examples: &[
        "[2,3], 2",
        "[4,3], 2, 0",
        "[5], 3, 0, False",
        "T[3,4], 1",
        "i[5], 2",
    ],
    misuses: &[("[2,3], 5", "RuntimeError: selected index k out of range")],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (mut shape, dtype) = args.meta(0)?;
    let dim = args.dim(2, -1, shape.len())?;
    let k = args.int(1, 1)?;
    let size = shape.get(dim).copied().unwrap_or(1);
    if k < 0 || k as usize > size {
        return Err(TensorError::runtime("selected index k out of range")
            .because(format!("There are {size} elements along dimension {dim}.")));
    }
    if let Some(size) = shape.get_mut(dim) {
        *size = k as usize;
    }
    Ok(smallvec![(shape.clone(), dtype), (shape, DType::I64)])
}

fn forward(args: &Args) -> Result<Out> {
    shape(args)?;
    let array = args.array(0)?;
    let (k, dim, largest) = (
        args.int(1, 1)? as usize,
        args.dim(2, -1, array.ndim())?,
        args.flag(3, true)?,
    );
    chosen(&array, dim, k, &mut |line, _, out| {
        for (place, number) in out.iter_mut().zip(ordered(line, largest)) {
            *place = number as i64;
        }
    })
}

fn backward(ctx: &Context) -> Result<Grads> {
    ctx.only(to_sorted_places(ctx, ctx.args().int(2, -1)?)?)
}
