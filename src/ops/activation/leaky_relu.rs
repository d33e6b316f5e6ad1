//! `F.leaky_relu(x)`

use crate::ops::prelude::*;

unary! {
    name: "leaky_relu",
    signature: "(input, negative_slope=0.01, inplace=False)",
    forms: Forms::FUNCTIONAL,
    summary: "A ReLU that lets a small part of negative elements through.",
    formula: r"y = \max(x, 0) + a \min(x, 0)",
    derivative: r"\bar{y} \text{ where } x > 0 \text{, else } a \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.leaky_relu.html",
    numbers: [slope @ 1 = 0.01],
    value: |x| if x > 0.0 { x } else { x * slope },
    saves: Input,
    gradient: |g, x| if x > 0.0 { g } else { g * slope },
    backward: |g, x| ops::mul((g, &ops::where_((&ops::gt((x, 0))?, &Tensor::new(Array::number(1.0, g.dtype())), slope))?)),
    grad_fn: "LeakyReluBackward0",
    lacks: ("leaky_relu_cpu", DType::INTEGERS),
    examples: &["[2,3]", "[4], 0.2", "n[4]", "T[3,2]"],
}
