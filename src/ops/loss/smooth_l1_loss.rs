//! `F.smooth_l1_loss(x, target)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "smooth_l1_loss",
    signature: "(input, target, reduction='mean', beta=1.0)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Squared where the difference is below beta, else absolute.",
        formula: r"y = \frac{1}{n} \sum_i \begin{cases} \tfrac{1}{2} d_i^2 / \beta & |d_i| < \beta \\ |d_i| - \tfrac{1}{2} \beta & \text{else} \end{cases}, \quad d = x - t",
        gradients: &[
            ("input", r"\frac{\bar{y}}{n} \operatorname{clamp}(d_i / \beta, -1, 1)"),
            ("target", r"-\frac{\bar{y}}{n} \operatorname{clamp}(d_i / \beta, -1, 1)"),
        ],
        shape_rule: "The shapes are broadcast. With reduction 'none' the losses' shape, else a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.smooth_l1_loss.html",
    },
    shape: Some(|args| reduced_shape(args, 2)),
    forward: Forward::Kernel(difference::forward::<SmoothL1>),
    backward: Some(difference::backward::<SmoothL1>),
    grad_fn: "SmoothL1LossBackward0",
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

struct SmoothL1;

impl Difference for SmoothL1 {
    fn loss<T: Real>(d: T, beta: T) -> T {
        let (a, half) = (d.abs(), T::from_f64(0.5));
        if a < beta {
            d * d * half / beta
        } else {
            a - beta * half
        }
    }

    fn slope<T: Real>(d: T, beta: T) -> T {
        if d <= -beta {
            -T::ONE
        } else if d >= beta {
            T::ONE
        } else {
            d / beta
        }
    }

    fn slopes(d: &Tensor, beta: f64) -> Result<Tensor> {
        ops::clamp((&ops::div((d, beta))?, -1.0, 1.0))
    }
}
