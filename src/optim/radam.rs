//! RAdam: Adam that trusts its second moment only when it has seen enough.

use super::rule::{
    DECAY, DECOUPLED, EPS, LR, MAXIMIZE, Rule, Slot, Start, Update, always, effective, lerp,
    number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "RAdam",
    summary: "Adam that goes by the running mean alone for the first steps, until the variance of its scale is small enough.",
    formula: &[
        r"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t, \quad v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2",
        r"\rho_\infty = \tfrac{2}{1 - \beta_2} - 1, \quad \rho_t = \rho_\infty - \tfrac{2 t \beta_2^t}{1 - \beta_2^t}",
        r"r_t = \sqrt{\tfrac{(\rho_t - 4)(\rho_t - 2) \rho_\infty}{(\rho_\infty - 4)(\rho_\infty - 2) \rho_t}}, \quad l_t = \tfrac{\sqrt{1 - \beta_2^t}}{\sqrt{v_t} + \epsilon}",
        r"\theta_t = \theta_{t-1} - \gamma \tfrac{m_t}{1 - \beta_1^t} \cdot (r_t l_t \text{ if } \rho_t > 5 \text{ else } 1)",
    ],
    settings: &[
        setting("lr", 1e-3, r"\gamma", LR),
        setting(
            "beta1",
            0.9,
            r"\beta_1",
            "How much of the running mean is kept.",
        ),
        setting(
            "beta2",
            0.999,
            r"\beta_2",
            "How much of the running mean of squares is kept.",
        ),
        setting("eps", 1e-8, r"\epsilon", EPS),
        setting("weight_decay", 0.0, r"\lambda", DECAY),
        MAXIMIZE,
        DECOUPLED,
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
            name: "exp_avg_sq",
            symbol: "v",
            meaning: "Running mean of the squared gradient.",
            start: Start::Zeros,
            needed: always,
        },
    ],
    scalars: &[("step", 0.0)],
    paper: "Liu et al.: On the Variance of the Adaptive Learning Rate and Beyond (2019), https://arxiv.org/abs/1908.03265",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.RAdam.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[lr, beta1, beta2, eps, weight_decay, maximize, decoupled] = u.settings else {
        return;
    };
    let step = u.scalars[0];
    let (correction1, correction2) = (1.0 - beta1.powf(step), 1.0 - beta2.powf(step));
    let rho_inf = 2.0 / (1.0 - beta2) - 1.0;
    let rho = rho_inf - 2.0 * step * beta2.powf(step) / correction2;
    let rectify = (rho > 5.0)
        .then(|| {
            ((rho - 4.0) * (rho - 2.0) * rho_inf / ((rho_inf - 4.0) * (rho_inf - 2.0) * rho)).sqrt()
        })
        .map(number::<T>);
    let (correction1, root): (T, T) = (number(correction1), number(correction2.sqrt()));
    let shrink: T = if decoupled != 0.0 {
        number(1.0 - lr * weight_decay)
    } else {
        T::ONE
    };
    let decay: T = if decoupled != 0.0 {
        T::ZERO
    } else {
        number(weight_decay)
    };
    let (take1, keep2, take2): (T, T, T) =
        (number(1.0 - beta1), number(beta2), number(1.0 - beta2));
    let (rate, eps, maximize): (T, T, _) = (number(lr), number(eps), maximize != 0.0);
    let [means, squares, _] = u.state;
    for (((p, &g), m), v) in u.param.iter_mut().zip(u.grad).zip(means).zip(squares) {
        *p = *p * shrink;
        let g = effective(g, *p, decay, maximize);
        *m = lerp(*m, g, take1);
        *v = *v * keep2 + take2 * g * g;
        let plain = *m / correction1 * rate;
        *p = *p
            - match rectify {
                Some(rectify) => plain * (root / (v.sqrt() + eps)) * rectify,
                None => plain,
            };
    }
}
