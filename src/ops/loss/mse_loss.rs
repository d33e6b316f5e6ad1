//! `F.mse_loss(x, target)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mse_loss",
    signature: "(input, target, reduction='mean')",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The mean of the squared differences.",
        formula: r"y = \frac{1}{n} \sum_i (x_i - t_i)^2",
        gradients: &[
            ("input", r"\frac{2 \bar{y}}{n} (x_i - t_i)"),
            ("target", r"-\frac{2 \bar{y}}{n} (x_i - t_i)"),
        ],
        shape_rule: "The shapes are broadcast. With reduction 'none' the losses' shape, else a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.mse_loss.html",
    },
    shape: Some(|args| reduced_shape(args, 2)),
    forward: Forward::Kernel(difference::forward::<Squared>),
    backward: Some(difference::backward::<Squared>),
    grad_fn: "MseLossBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &[
        "[2,3], [2,3]",
        "[4], [4], 'sum'",
        "[2,3], [3], 'none'",
        "T[3,2], [3,2]",
        "[0], [0]",
    ],
    misuses: &[
        (
            "[2], [3]",
            "RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
        ),
        (
            "[2], [2], reduction='x'",
            "ValueError: x is not a valid value for reduction",
        ),
    ],
    ..Op::BASE
};

struct Squared;

impl Difference for Squared {
    fn loss<T: Real>(d: T, _: T) -> T {
        d * d
    }

    fn slope<T: Real>(d: T, _: T) -> T {
        d * T::from_f64(2.0)
    }

    fn slopes(d: &Tensor, _: f64) -> Result<Tensor> {
        ops::mul((d, 2.0))
    }
}
