//! NAdam: Adam with Nesterov's look-ahead.

use super::rule::{
    DECAY, DECOUPLED, EPS, LR, MAXIMIZE, Rule, Slot, Start, Update, always, effective, lerp,
    number, setting,
};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "NAdam",
    summary: "Adam that looks ahead: this step's gradient and the momentum to come each have their share.",
    formula: &[
        r"\mu_t = \beta_1 (1 - \tfrac12 0.96^{t \psi}), \quad \mu_{t+1} = \beta_1 (1 - \tfrac12 0.96^{(t+1) \psi})",
        r"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t",
        r"v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2",
        r"\hat m_t = \frac{\mu_{t+1} m_t}{1 - \prod_{i=1}^{t+1} \mu_i} + \frac{(1 - \mu_t) g_t}{1 - \prod_{i=1}^{t} \mu_i}",
        r"\theta_t = \theta_{t-1} - \gamma \hat m_t / (\sqrt{v_t / (1 - \beta_2^t)} + \epsilon)",
    ],
    settings: &[
        setting("lr", 2e-3, r"\gamma", LR),
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
            "momentum_decay",
            4e-3,
            r"\psi",
            "How fast the momentum grows to its full size.",
        ),
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
    scalars: &[("step", 0.0), ("mu_product", 1.0)],
    paper: "Dozat: Incorporating Nesterov Momentum into Adam (2016)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.NAdam.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[
        lr,
        beta1,
        beta2,
        eps,
        weight_decay,
        momentum_decay,
        maximize,
        decoupled,
    ] = u.settings
    else {
        return;
    };
    let [step, product] = u.scalars else { return };
    let mu = beta1 * (1.0 - 0.5 * 0.96f64.powf(*step * momentum_decay));
    let mu_next = beta1 * (1.0 - 0.5 * 0.96f64.powf((*step + 1.0) * momentum_decay));
    // PyTorch keeps this product in a float32 tensor.
    *product = f64::from(*product as f32 * mu as f32);
    let gradient_rate: T = number(-lr * (1.0 - mu) / (1.0 - *product));
    let mean_rate: T = number(-lr * mu_next / (1.0 - *product * mu_next));
    let correction: T = number(1.0 - beta2.powf(*step));
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
    let (eps, maximize): (T, _) = (number(eps), maximize != 0.0);
    let [means, squares, _] = u.state;
    for (((p, &g), m), v) in u.param.iter_mut().zip(u.grad).zip(means).zip(squares) {
        *p = *p * shrink;
        let g = effective(g, *p, decay, maximize);
        *m = lerp(*m, g, take1);
        *v = *v * keep2 + take2 * g * g;
        let below = (*v / correction).sqrt() + eps;
        *p = *p + gradient_rate * g / below;
        *p = *p + mean_rate * *m / below;
    }
}
