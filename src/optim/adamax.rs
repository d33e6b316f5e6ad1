//! Adamax: Adam with the infinity norm in place of the second moment.

use super::rule::{
    DECAY, EPS, LR, MAXIMIZE, Rule, Slot, Start, Update, always, effective, lerp, number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "Adamax",
    summary: "Adam that divides by a decaying maximum of the gradient's size instead of the root of its mean square.",
    formula: &[
        r"g_t = \nabla_\theta f_t(\theta_{t-1}) + \lambda \theta_{t-1}",
        r"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t",
        r"u_t = \max(\beta_2 u_{t-1}, |g_t| + \epsilon)",
        r"\theta_t = \theta_{t-1} - \frac{\gamma m_t}{(1 - \beta_1^t) u_t}",
    ],
    settings: &[
        setting("lr", 2e-3, r"\gamma", LR),
        setting(
            "beta1",
            0.9,
            r"\beta_1",
            "How much of the running mean is kept.",
        ),
        setting("beta2", 0.999, r"\beta_2", "How slowly the maximum decays."),
        setting("eps", 1e-8, r"\epsilon", EPS),
        setting("weight_decay", 0.0, r"\lambda", DECAY),
        MAXIMIZE,
    ],
    state: &[
        Slot {
            name: "exp_avg",
            symbol: "m",
            meaning: "Running mean of the gradient.",
            start: Start::Zeros,
            needed: always,
        },
        Slot {
            name: "exp_inf",
            symbol: "u",
            meaning: "Decaying maximum of its size.",
            start: Start::Zeros,
            needed: always,
        },
    ],
    scalars: &[("step", 0.0)],
    paper: "Kingma, Ba: Adam: A Method for Stochastic Optimization (2014), https://arxiv.org/abs/1412.6980",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.Adamax.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[lr, beta1, beta2, eps, weight_decay, maximize] = u.settings else {
        return;
    };
    let rate: T = number(-(lr / (1.0 - beta1.powf(u.scalars[0]))));
    let (take, keep): (T, T) = (number(1.0 - beta1), number(beta2));
    let (eps, decay, maximize): (T, T, _) = (number(eps), number(weight_decay), maximize != 0.0);
    let [means, sizes, _] = u.state;
    for (((p, &g), m), size) in u.param.iter_mut().zip(u.grad).zip(means).zip(sizes) {
        let g = effective(g, *p, decay, maximize);
        *m = lerp(*m, g, take);
        let (old, new) = (*size * keep, g.abs() + eps);
        *size = if new > old || num_traits::Float::is_nan(new) {
            new
        } else {
            old
        };
        *p = *p + rate * *m / *size;
    }
}
