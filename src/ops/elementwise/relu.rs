//! `torch.relu(x)`

use crate::ops::prelude::*;

unary! {
    name: "relu",
    forms: Forms::ALL.and(Forms::FUNCTIONAL),
    summary: "Cuts negative elements off at 0. Its gradient at 0 is 0.",
    formula: r"y = \max(x, 0)",
    derivative: r"\bar{y} \text{ where } y > 0 \text{, else } 0",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.relu.html",
    value: |x| if x < 0.0 { 0.0 } else { x },
    fast: crate::tensor::kernels::relu_slice,
    integers: |i| i.max(0),
    saves: Output,
    gradient: |g, y| if y <= 0.0 { 0.0 } else { g },
    fast_gradient: |g, y| y.select_at_most(F32x4::splat(0.0), F32x4::splat(0.0), g),
    backward: |g, y| ops::mul((g, &ops::to_dtype(&ops::gt((y, 0))?, g.dtype())?)),
    grad_fn: "ReluBackward0",
    examples: &["[2,3]", "[]", "[0]", "T[3,2]", "i[3]", "n[4]"],
}
