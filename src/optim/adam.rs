//! Adam: steps scaled by running moments of the gradient.

use super::rule::{
    DECAY, DECOUPLED, EPS, LR, MAXIMIZE, Rule, Setting, Slot, Start, Update, always, effective,
    lerp, number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "Adam",
    summary: "Divides a running mean of the gradient by the root of a running mean of its square, each corrected for its start at zero.",
    formula: &[
        r"g_t = \nabla_\theta f_t(\theta_{t-1}) + \lambda \theta_{t-1}",
        r"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t",
        r"v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2",
        r"\theta_t = \theta_{t-1} - \frac{\gamma}{1 - \beta_1^t} \frac{m_t}{\sqrt{v_t} / \sqrt{1 - \beta_2^t} + \epsilon}",
    ],
    settings: &SETTINGS,
    state: &STATE,
    scalars: &[("step", 0.0)],
    paper: "Kingma, Ba: Adam: A Method for Stochastic Optimization (2014), https://arxiv.org/abs/1412.6980",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

pub(super) static SETTINGS: [Setting; 8] = [
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
    setting(
        "amsgrad",
        0.0,
        "",
        "Divide by the largest running mean of squares so far.",
    ),
    MAXIMIZE,
    DECOUPLED,
];

pub(super) static STATE: [Slot; 3] = [
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
    Slot {
        name: "max_exp_avg_sq",
        symbol: r"\hat v^{\max}",
        meaning: "Largest running mean of squares so far.",
        start: Start::Zeros,
        needed: |settings| settings[5] != 0.0,
    },
];

pub(super) fn update<T: Real>(u: Update<T>) {
    let &[
        lr,
        beta1,
        beta2,
        eps,
        weight_decay,
        amsgrad,
        maximize,
        decoupled,
    ] = u.settings
    else {
        return;
    };
    let step = u.scalars[0];
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
    let correction: T = number((1.0 - beta2.powf(step)).sqrt());
    let rate: T = number(-(lr / (1.0 - beta1.powf(step))));
    let (eps, amsgrad, maximize): (T, _, _) = (number(eps), amsgrad != 0.0, maximize != 0.0);
    let [means, squares, largest] = u.state;
    let mut largest = largest.iter_mut();
    for (((p, &g), m), v) in u.param.iter_mut().zip(u.grad).zip(means).zip(squares) {
        *p = *p * shrink;
        let g = effective(g, *p, decay, maximize);
        *m = lerp(*m, g, take1);
        *v = *v * keep2 + take2 * g * g;
        let square = match largest.next() {
            Some(top) if amsgrad => {
                *top = if *v > *top || num_traits::Float::is_nan(*v) {
                    *v
                } else {
                    *top
                };
                *top
            }
            _ => *v,
        };
        *p = *p + rate * *m / (square.sqrt() / correction + eps);
    }
}
