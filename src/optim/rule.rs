//! What an update rule is.

use crate::tensor::Real;

/// An update rule: what the reference shows of it, and the kernel that does it.
#[derive(Debug)]
pub struct Rule {
    /// The name of the class in `torch.optim`.
    pub name: &'static str,
    pub summary: &'static str,
    /// The update in LaTeX, one line per assignment.
    pub formula: &'static [&'static str],
    /// What the constructor takes, in the order in which the kernel reads it.
    pub settings: &'static [Setting],
    /// Tensors kept between steps, shaped like the parameter.
    pub state: &'static [Slot],
    /// Numbers kept between steps, the step count first where there is one, with what they start from.
    pub scalars: &'static [(&'static str, f64)],
    pub paper: &'static str,
    /// PyTorch's page.
    pub source: &'static str,
    pub kernel_f32: Kernel<f32>,
    pub kernel_f64: Kernel<f64>,
}

/// One setting. Flags are 0 or 1.
#[derive(Debug)]
pub struct Setting {
    pub name: &'static str,
    pub default: f64,
    /// LaTeX, as in `formula`; empty for flags.
    pub symbol: &'static str,
    pub meaning: &'static str,
}

/// One tensor of state.
#[derive(Debug)]
pub struct Slot {
    pub name: &'static str,
    pub symbol: &'static str,
    pub meaning: &'static str,
    pub start: Start,
    /// Whether these settings need it.
    pub needed: fn(&[f64]) -> bool,
}

/// What a tensor of state holds before the first step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    Zeros,
    /// The value of a setting, by its place.
    Setting(usize),
    /// Nothing: the first step writes it (`Update::fresh`).
    Unset,
}

/// One parameter's part of a step, as flat slices of equal length.
pub struct Update<'a, T> {
    pub param: &'a mut [T],
    pub grad: &'a [T],
    /// One slice per slot of the rule; empty where the slot is not needed.
    pub state: [&'a mut [T]; 3],
    pub settings: &'a [f64],
    /// Already counted up for this step by the kernel's caller: the first scalar, when it is called `step`.
    pub scalars: &'a mut [f64],
    /// True at this parameter's first step.
    pub fresh: bool,
}

/// A rule's arithmetic for one float type.
pub type Kernel<T> = fn(Update<T>);

/// A slot that every configuration needs.
pub(super) fn always(_: &[f64]) -> bool {
    true
}

pub(super) const fn setting(
    name: &'static str,
    default: f64,
    symbol: &'static str,
    meaning: &'static str,
) -> Setting {
    Setting {
        name,
        default,
        symbol,
        meaning,
    }
}

pub(super) const LR: &str = "Learning rate: how far to go.";
pub(super) const EPS: &str = "Added to the denominator so that it is never zero.";
pub(super) const DECAY: &str = "Weight decay: pulls every parameter towards zero.";
pub(super) const MAXIMIZE: Setting = setting("maximize", 0.0, "", "Climb instead of descending.");
pub(super) const DECOUPLED: Setting = setting(
    "decoupled_weight_decay",
    0.0,
    "",
    "Shrink the parameter itself instead of changing the gradient, as AdamW does.",
);

/// A number of the kernel's type.
#[inline]
pub(super) fn number<T: Real>(x: f64) -> T {
    T::from_f64(x)
}

/// The gradient that the rule works with: turned round for `maximize`, with L2 weight decay added.
#[inline]
pub(super) fn effective<T: Real>(grad: T, param: T, weight_decay: T, maximize: bool) -> T {
    let grad = if maximize { -grad } else { grad };
    if weight_decay == T::ZERO {
        grad
    } else {
        grad + param * weight_decay
    }
}

/// `a.lerp(b, weight)`, which PyTorch computes from the nearer end.
#[inline]
pub(super) fn lerp<T: Real>(a: T, b: T, weight: T) -> T {
    if weight < number(0.5) {
        a + weight * (b - a)
    } else {
        b - (b - a) * (T::ONE - weight)
    }
}
