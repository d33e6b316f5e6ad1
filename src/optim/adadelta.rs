//! Adadelta: steps measured in the parameter's own units.

use super::rule::{
    DECAY, LR, MAXIMIZE, Rule, Slot, Start, Update, always, effective, number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "Adadelta",
    summary: "Scales the gradient by the ratio of the sizes of recent steps and recent gradients, so that hardly any learning rate is needed.",
    formula: &[
        r"g_t = \nabla_\theta f_t(\theta_{t-1}) + \lambda \theta_{t-1}",
        r"v_t = \rho v_{t-1} + (1 - \rho) g_t^2",
        r"\Delta_t = \frac{\sqrt{u_{t-1} + \epsilon}}{\sqrt{v_t + \epsilon}} g_t",
        r"u_t = \rho u_{t-1} + (1 - \rho) \Delta_t^2",
        r"\theta_t = \theta_{t-1} - \gamma \Delta_t",
    ],
    settings: &[
        setting("lr", 1.0, r"\gamma", LR),
        setting(
            "rho",
            0.9,
            r"\rho",
            "How much of the running means is kept.",
        ),
        setting(
            "eps",
            1e-6,
            r"\epsilon",
            "Added under the roots; also what the first steps grow from.",
        ),
        setting("weight_decay", 0.0, r"\lambda", DECAY),
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
            name: "acc_delta",
            symbol: "u",
            meaning: "Running mean of the squared step.",
            start: Start::Zeros,
            needed: always,
        },
    ],
    scalars: &[("step", 0.0)],
    paper: "Zeiler: ADADELTA: An Adaptive Learning Rate Method (2012), https://arxiv.org/abs/1212.5701",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.Adadelta.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[lr, rho, eps, weight_decay, maximize] = u.settings else {
        return;
    };
    let (rate, keep, take): (T, T, T) = (number(-lr), number(rho), number(1.0 - rho));
    let (eps, decay, maximize): (T, T, _) = (number(eps), number(weight_decay), maximize != 0.0);
    let [squares, steps, _] = u.state;
    for (((p, &g), v), s) in u.param.iter_mut().zip(u.grad).zip(squares).zip(steps) {
        let g = effective(g, *p, decay, maximize);
        *v = *v * keep + take * g * g;
        let delta = (*s + eps).sqrt() / (*v + eps).sqrt() * g;
        *s = *s * keep + take * delta * delta;
        *p = *p + delta * rate;
    }
}
