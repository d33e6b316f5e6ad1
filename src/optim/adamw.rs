//! AdamW: Adam whose weight decay does not pass through the moments.

use super::adam;
use super::rule::{DECAY, EPS, LR, MAXIMIZE, Rule, Setting, setting};

pub(super) static RULE: Rule = Rule {
    name: "AdamW",
    summary: "Adam with weight decay applied to the parameter itself, not added to the gradient.",
    formula: &[
        r"\theta \leftarrow \theta_{t-1} - \gamma \lambda \theta_{t-1}",
        r"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t",
        r"v_t = \beta_2 v_{t-1} + (1 - \beta_2) g_t^2",
        r"\theta_t = \theta - \frac{\gamma}{1 - \beta_1^t} \frac{m_t}{\sqrt{v_t} / \sqrt{1 - \beta_2^t} + \epsilon}",
    ],
    settings: &SETTINGS,
    state: &adam::STATE,
    scalars: &[("step", 0.0)],
    paper: "Loshchilov, Hutter: Decoupled Weight Decay Regularization (2017), https://arxiv.org/abs/1711.05101",
    source: "https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html",
    kernel_f32: adam::update::<f32>,
    kernel_f64: adam::update::<f64>,
};

static SETTINGS: [Setting; 8] = [
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
    setting("weight_decay", 1e-2, r"\lambda", DECAY),
    setting(
        "amsgrad",
        0.0,
        "",
        "Divide by the largest running mean of squares so far.",
    ),
    MAXIMIZE,
    setting(
        "decoupled_weight_decay",
        1.0,
        "",
        "Shrink the parameter itself: always so in AdamW.",
    ),
];
