//! `F.selu(x)`

use crate::ops::prelude::*;

const ALPHA: f64 = 1.673_263_242_354_377_2;
const SCALE: f64 = 1.050_700_987_355_480_5;

unary! {
    name: "selu",
    signature: "(input, inplace=False)",
    forms: Forms::FUNCTIONAL.and(Forms::ALL),
    summary: "ELU with constants that keep mean 0 and variance 1 (Klambauer et al. 2017).",
    formula: r"y = \lambda x \text{ if } x > 0 \text{, else } \lambda \alpha (e^x - 1)",
    derivative: r"\lambda \bar{y} \text{ where } x > 0 \text{, else } \lambda \alpha e^x \bar{y}",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.selu.html",
    value: |x| if x > 0.0 { x * T::from_f64(SCALE) } else { T::from_f64(SCALE * ALPHA) * x.exp_m1() },
    saves: Input,
    gradient: |g, x| if x <= 0.0 { g * T::from_f64(SCALE * ALPHA) * x.exp() } else { g * T::from_f64(SCALE) },
    backward: |g, x| ops::where_((&ops::le((x, 0))?, &ops::mul((&ops::mul((g, SCALE * ALPHA))?, &ops::exp(x)?))?, &ops::mul((g, SCALE))?)),
    grad_fn: "EluBackward0",
    lacks: ("elu_cpu", DType::INTEGERS),
    examples: &["[2,3]", "n[4]"],
}
