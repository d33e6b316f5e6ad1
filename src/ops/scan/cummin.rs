//! `x.cummin(0)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "cummin",
    signature: "(input, dim)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The least element so far, and where it stands.",
        formula: r"y_i = \min_{j \le i} x_j",
        gradients: &[("input", r"\bar{x}_j = \sum_{i: k_i = j} \bar{y}_i")],
        shape_rule: "As the input, twice: values, and indices in int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.cummin.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        Ok(smallvec![(shape.clone(), dtype), (shape, DType::I64)])
    }),
    forward: Forward::Kernel(|args| running_extreme(args, Extreme::Least)),
    backward: Some(to_running_places),
    grad_fn: "CumminBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("cummin", &["values", "indices"]),
    examples: &["[2,3], 0", "[5], 0", "T[3,2], 1", "i[4], 0"],
    ..Op::BASE
};
