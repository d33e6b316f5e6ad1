//! `torch.abs(x)`

use crate::ops::prelude::*;

unary! {
    name: "abs",
    aliases: &["absolute"],
    operators: &["__abs__"],
    summary: "The distance of each element from 0. Its gradient at 0 is 0.",
    formula: r"y = |x|",
    derivative: r"\bar{y} \operatorname{sgn} x",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.abs.html",
    value: |x| x.abs(),
    integers: |i| i.wrapping_abs(),
    saves: Input,
    gradient: |g, x| g * if x > 0.0 { 1.0 } else if x < 0.0 { -1.0 } else { 0.0 },
    backward: |g, x| ops::mul((g, &ops::sign(x)?)),
    grad_fn: "AbsBackward0",
    lacks: ("abs_cpu", &[DType::Bool]),
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
