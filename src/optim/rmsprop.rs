//! RMSprop: steps divided by a running root mean square.

use super::rule::{
    DECAY, EPS, LR, MAXIMIZE, Rule, Slot, Start, Update, always, effective, lerp, number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "RMSprop",
    summary: "Divides the gradient by the root of a running mean of its square.",
    formula: &[
        r"g_t = \nabla_\theta f_t(\theta_{t-1}) + \lambda \theta_{t-1}",
        r"v_t = \alpha v_{t-1} + (1 - \alpha) g_t^2",
        r"\tilde v_t = v_t - \bar g_t^2 \text{ (centered, } \bar g_t = \alpha \bar g_{t-1} + (1 - \alpha) g_t)",
        r"b_t = \mu b_{t-1} + g_t / (\sqrt{\tilde v_t} + \epsilon)",
        r"\theta_t = \theta_{t-1} - \gamma b_t",
    ],
    settings: &[
        setting("lr", 1e-2, r"\gamma", LR),
        setting(
            "alpha",
            0.99,
            r"\alpha",
            "How much of the running mean is kept.",
        ),
        setting("eps", 1e-8, r"\epsilon", EPS),
        setting("weight_decay", 0.0, r"\lambda", DECAY),
        setting(
            "momentum",
            0.0,
            r"\mu",
            "How much of the running sum of steps is kept.",
        ),
        setting(
            "centered",
            0.0,
            "",
            "Divide by an estimate of the variance instead of the mean square.",
        ),
        MAXIMIZE,
    ],
    state: &[
        Slot {
            name: "square_avg",
            symbol: "v",
            meaning: "Running mean of the squared gradient.",
            start: Start::Zeros,
            needed: always,
        },
        Slot {
            name: "momentum_buffer",
            symbol: "b",
            meaning: "Running sum of scaled gradients.",
            start: Start::Zeros,
            needed: |settings| settings[4] > 0.0,
        },
        Slot {
            name: "grad_avg",
            symbol: r"\bar g",
            meaning: "Running mean of the gradient.",
            start: Start::Zeros,
            needed: |settings| settings[5] != 0.0,
        },
    ],
    scalars: &[("step", 0.0)],
    paper: "Hinton: Neural Networks for Machine Learning, lecture 6e (2012)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[lr, alpha, eps, weight_decay, momentum, centered, maximize] = u.settings else {
        return;
    };
    let (rate, keep, take): (T, T, T) = (number(-lr), number(alpha), number(1.0 - alpha));
    let (eps, decay, maximize): (T, T, _) = (number(eps), number(weight_decay), maximize != 0.0);
    let (momentum, has_momentum, centered): (T, _, _) =
        (number(momentum), momentum > 0.0, centered != 0.0);
    let [squares, buffers, means] = u.state;
    let (mut buffers, mut means) = (buffers.iter_mut(), means.iter_mut());
    for ((p, &g), v) in u.param.iter_mut().zip(u.grad).zip(squares) {
        let g = effective(g, *p, decay, maximize);
        *v = *v * keep + take * g * g;
        let spread = match means.next() {
            Some(mean) if centered => {
                *mean = lerp(*mean, g, take);
                *v - *mean * *mean
            }
            _ => *v,
        };
        let below = spread.sqrt() + eps;
        match buffers.next() {
            Some(buffer) if has_momentum => {
                *buffer = *buffer * momentum + g / below;
                *p = *p + *buffer * rate;
            }
            _ => *p = *p + rate * g / below,
        }
    }
}
