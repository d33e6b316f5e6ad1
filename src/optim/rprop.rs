//! Rprop: steps that look at the gradient's sign only.

use super::rule::{LR, MAXIMIZE, Rule, Slot, Start, Update, always, number, setting};
use crate::tensor::Real;

pub(super) static RULE: Rule = Rule {
    name: "Rprop",
    summary: "Each element has a step of its own, which grows while the gradient keeps its sign and shrinks when it flips.",
    formula: &[
        r"\eta_t = \begin{cases} \min(\eta_{t-1} \eta^+, \Gamma_{\max}) & g_{t-1} g_t > 0 \\ \max(\eta_{t-1} \eta^-, \Gamma_{\min}),\ g_t \leftarrow 0 & g_{t-1} g_t < 0 \\ \eta_{t-1} & \text{else} \end{cases}",
        r"\theta_t = \theta_{t-1} - \eta_t \operatorname{sign}(g_t)",
    ],
    settings: &[
        setting("lr", 1e-2, r"\eta_0", LR),
        setting("eta1", 0.5, r"\eta^-", "Factor when the sign flips."),
        setting("eta2", 1.2, r"\eta^+", "Factor when the sign stays."),
        setting("step_size1", 1e-6, r"\Gamma_{\min}", "Smallest step."),
        setting("step_size2", 50.0, r"\Gamma_{\max}", "Largest step."),
        MAXIMIZE,
    ],
    state: &[
        Slot {
            name: "prev",
            symbol: "g_{t-1}",
            meaning: "The gradient before.",
            start: Start::Zeros,
            needed: always,
        },
        Slot {
            name: "step_size",
            symbol: r"\eta",
            meaning: "Each element's step.",
            start: Start::Setting(0),
            needed: always,
        },
    ],
    scalars: &[("step", 0.0)],
    paper: "Riedmiller, Braun: A direct adaptive method for faster backpropagation learning: the RPROP algorithm (1993)",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.Rprop.html",
    kernel_f32: update::<f32>,
    kernel_f64: update::<f64>,
};

fn update<T: Real>(u: Update<T>) {
    let &[_, shrink, grow, smallest, largest, maximize] = u.settings else {
        return;
    };
    let (shrink, grow, smallest, largest): (T, T, T, T) = (
        number(shrink),
        number(grow),
        number(smallest),
        number(largest),
    );
    let [before, sizes, _] = u.state;
    for (((p, &g), prev), size) in u.param.iter_mut().zip(u.grad).zip(before).zip(sizes) {
        let mut g = if maximize != 0.0 { -g } else { g };
        let agreement = g * *prev;
        let factor = if agreement > T::ZERO {
            grow
        } else if agreement < T::ZERO {
            g = T::ZERO;
            shrink
        } else {
            T::ONE
        };
        *size = (*size * factor).max(smallest).min(largest);
        if g > T::ZERO {
            *p = *p - *size;
        } else if g < T::ZERO {
            *p = *p + *size;
        }
        *prev = g;
    }
}
