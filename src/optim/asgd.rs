//! Averaged stochastic gradient descent.

use super::rule::{
    DECAY, LR, MAXIMIZE, Rule, Slot, Start, Update, always, effective, number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "ASGD",
    summary: "Gradient descent with a falling learning rate that also keeps the average of the parameters since a given step.",
    formula: &[
        r"g_t = \nabla_\theta f_t(\theta_{t-1}) + \lambda \theta_{t-1}",
        r"\theta_t = \theta_{t-1} (1 - \lambda_d \eta_{t-1}) - \eta_{t-1} g_t",
        r"\bar\theta_t = \bar\theta_{t-1} + \mu_{t-1} (\theta_t - \bar\theta_{t-1})",
        r"\eta_t = \gamma / (1 + \lambda_d \gamma t)^\alpha, \quad \mu_t = 1 / \max(1, t - t_0)",
    ],
    settings: &[
        setting("lr", 1e-2, r"\gamma", LR),
        setting("lambd", 1e-4, r"\lambda_d", "Decay term."),
        setting(
            "alpha",
            0.75,
            r"\alpha",
            "How fast the learning rate falls.",
        ),
        setting("t0", 1e6, "t_0", "The step at which averaging starts."),
        setting("weight_decay", 0.0, r"\lambda", DECAY),
        MAXIMIZE,
    ],
    state: &[Slot {
        name: "ax",
        symbol: r"\bar\theta",
        meaning: "Average of the parameter.",
        start: Start::Zeros,
        needed: always,
    }],
    // `eta` starts from the learning rate: not a number is what tells the kernel.
    scalars: &[("step", 0.0), ("eta", f64::NAN), ("mu", 1.0)],
    paper: "Polyak, Juditsky: Acceleration of stochastic approximation by averaging (1992)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.ASGD.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[lr, lambd, alpha, t0, weight_decay, maximize] = u.settings else {
        return;
    };
    let [step, eta, mu] = u.scalars else { return };
    // PyTorch keeps eta and mu in float32 tensors.
    let rounded = |x: f64| f64::from(x as f32);
    if eta.is_nan() {
        *eta = rounded(lr);
    }
    let (shrink, rate): (T, T) = (number(1.0 - lambd * *eta), number(-*eta));
    let (decay, maximize, weight): (T, _, T) = (number(weight_decay), maximize != 0.0, number(*mu));
    let [averages, ..] = u.state;
    for ((p, &g), ax) in u.param.iter_mut().zip(u.grad).zip(averages) {
        let g = effective(g, *p, decay, maximize);
        *p = *p * shrink + g * rate;
        *ax = if *mu == 1.0 {
            *p
        } else {
            *ax + (*p - *ax) * weight
        };
    }
    *eta = rounded(lr / (1.0 + lambd * lr * *step).powf(alpha));
    *mu = rounded(1.0 / (*step - t0).max(1.0));
}
