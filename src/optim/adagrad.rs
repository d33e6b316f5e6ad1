//! Adagrad: smaller steps where the gradient has been large.

use super::rule::{
    DECAY, EPS, LR, MAXIMIZE, Rule, Slot, Start, Update, always, effective, number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "Adagrad",
    summary: "Divides each element's step by the root of the sum of all its squared gradients.",
    formula: &[
        r"g_t = \nabla_\theta f_t(\theta_{t-1}) + \lambda \theta_{t-1}",
        r"s_t = s_{t-1} + g_t^2",
        r"\theta_t = \theta_{t-1} - \frac{\gamma}{1 + (t - 1) \eta} \frac{g_t}{\sqrt{s_t} + \epsilon}",
    ],
    settings: &[
        setting("lr", 1e-2, r"\gamma", LR),
        setting(
            "lr_decay",
            0.0,
            r"\eta",
            "How fast the learning rate falls.",
        ),
        setting("weight_decay", 0.0, r"\lambda", DECAY),
        setting(
            "initial_accumulator_value",
            0.0,
            "s_0",
            "What the sum of squares starts from.",
        ),
        setting("eps", 1e-10, r"\epsilon", EPS),
        MAXIMIZE,
    ],
    state: &[Slot {
        name: "sum",
        symbol: "s",
        meaning: "Sum of squared gradients.",
        start: Start::Setting(3),
        needed: always,
    }],
    scalars: &[("step", 0.0)],
    paper: "Duchi, Hazan, Singer: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization (2011)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[lr, lr_decay, weight_decay, _, eps, maximize] = u.settings else {
        return;
    };
    let rate: T = number(-(lr / (1.0 + (u.scalars[0] - 1.0) * lr_decay)));
    let (eps, decay, maximize): (T, T, _) = (number(eps), number(weight_decay), maximize != 0.0);
    let [sums, ..] = u.state;
    for ((p, &g), s) in u.param.iter_mut().zip(u.grad).zip(sums) {
        let g = effective(g, *p, decay, maximize);
        *s = *s + g * g;
        *p = *p + rate * g / (s.sqrt() + eps);
    }
}
