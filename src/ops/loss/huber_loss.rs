//! `F.huber_loss(x, target)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "huber_loss",
    signature: "(input, target, reduction='mean', delta=1.0)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Squared where the difference is up to delta, else absolute times delta.",
        formula: r"y = \frac{1}{n} \sum_i \begin{cases} \tfrac{1}{2} d_i^2 & |d_i| \le \delta \\ \delta (|d_i| - \tfrac{1}{2} \delta) & \text{else} \end{cases}, \quad d = x - t",
        gradients: &[
            ("input", r"\frac{\bar{y}}{n} \operatorname{clamp}(d_i, -\delta, \delta)"),
            ("target", r"-\frac{\bar{y}}{n} \operatorname{clamp}(d_i, -\delta, \delta)"),
        ],
        shape_rule: "The shapes are broadcast. With reduction 'none' the losses' shape, else a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.huber_loss.html",
    },
    shape: Some(|args| reduced_shape(args, 2)),
    forward: Forward::Kernel(difference::forward::<Huber>),
    backward: Some(difference::backward::<Huber>),
    grad_fn: "HuberLossBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [2,3]", "[4], [4], 'sum', 0.5", "[2,3], [3], 'none'"],
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

struct Huber;

impl Difference for Huber {
    fn loss<T: Real>(d: T, delta: T) -> T {
        let (a, half) = (d.abs(), T::from_f64(0.5));
        if a <= delta {
            d * d * half
        } else {
            delta * (a - delta * half)
        }
    }

    fn slope<T: Real>(d: T, delta: T) -> T {
        if d <= -delta {
            -delta
        } else if d >= delta {
            delta
        } else {
            d
        }
    }

    fn slopes(d: &Tensor, delta: f64) -> Result<Tensor> {
        ops::clamp((d, -delta, delta))
    }
}
