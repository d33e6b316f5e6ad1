//! `torch.eye(3)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "eye",
    signature: "(n, m=None, *, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The identity matrix: ones on the diagonal.",
        formula: r"y_{ij} = \begin{cases} 1 & i = j \\ 0 & \text{else} \end{cases}",
        gradients: &[],
        shape_rule: "n rows, m columns; m is n when not given.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.eye.html",
    },
    shape: Some(|args| shape_of(size(args)?, shapes::float_dtype(args, 2)?)),
    forward: Forward::Kernel(forward),
    examples: &["3", "2, 3", "3, 2", "2, dtype=int64", "0"],
    misuses: &[(
        "-1",
        "RuntimeError: n must be greater or equal to 0, got -1",
    )],
    ..Op::BASE
};

fn size(args: &Args) -> Result<Shape> {
    let n = args.int(0, 0)?;
    let m = args.int(1, n)?;
    for (name, size) in [("n", n), ("m", m)] {
        if size < 0 {
            return Err(TensorError::runtime(format!(
                "{name} must be greater or equal to 0, got {size}"
            )));
        }
    }
    Ok(smallvec![n as usize, m as usize])
}

fn forward(args: &Args) -> Result<Out> {
    let shape = size(args)?;
    let columns = shape[1];
    one(
        dispatch!(shapes::float_dtype(args, 2)?, T => filled::<T>(shape, |values| {
        for (i, row) in values.chunks_mut(columns.max(1)).enumerate() {
            if let Some(diagonal) = row.get_mut(i) {
                *diagonal = T::from_i64(1);
            }
        }
    })?),
    )
}
