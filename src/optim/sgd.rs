//! Stochastic gradient descent.

use super::rule::{DECAY, LR, MAXIMIZE, Rule, Slot, Start, Update, effective, number, setting};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "SGD",
    summary: "Goes a step against the gradient; with momentum, along a running sum of past gradients.",
    formula: &[
        r"g_t = \nabla_\theta f_t(\theta_{t-1}) + \lambda \theta_{t-1}",
        r"b_t = \mu b_{t-1} + (1 - \tau) g_t \quad (b_1 = g_1)",
        r"g_t \leftarrow g_t + \mu b_t \text{ (nesterov)} \quad\text{or}\quad g_t \leftarrow b_t",
        r"\theta_t = \theta_{t-1} - \gamma g_t",
    ],
    settings: &[
        setting("lr", 1e-3, r"\gamma", LR),
        setting(
            "momentum",
            0.0,
            r"\mu",
            "How much of the running sum is kept.",
        ),
        setting(
            "dampening",
            0.0,
            r"\tau",
            "How much of the new gradient is left out of the running sum.",
        ),
        setting("weight_decay", 0.0, r"\lambda", DECAY),
        setting(
            "nesterov",
            0.0,
            "",
            "Look ahead: use the gradient plus the momentum to come.",
        ),
        MAXIMIZE,
    ],
    state: &[Slot {
        name: "momentum_buffer",
        symbol: "b",
        meaning: "Running sum of gradients.",
        start: Start::Unset,
        needed: |settings| settings[1] != 0.0,
    }],
    scalars: &[],
    paper: "Sutskever, Martens, Dahl, Hinton: On the importance of initialization and momentum in deep learning (2013)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[lr, momentum, dampening, weight_decay, nesterov, maximize] = u.settings else {
        return;
    };
    let (rate, decay, maximize): (T, T, _) = (number(-lr), number(weight_decay), maximize != 0.0);
    let gradients = u.grad.iter().zip(u.param.iter_mut());
    if momentum == 0.0 {
        for (&g, p) in gradients {
            *p = *p + effective(g, *p, decay, maximize) * rate;
        }
        return;
    }
    let (keep, take): (T, T) = (number(momentum), number(1.0 - dampening));
    let [buffer, ..] = u.state;
    for ((&g, p), b) in gradients.zip(buffer) {
        let g = effective(g, *p, decay, maximize);
        *b = if u.fresh { g } else { *b * keep + g * take };
        let direction = if nesterov != 0.0 { g + *b * keep } else { *b };
        *p = *p + direction * rate;
    }
}
