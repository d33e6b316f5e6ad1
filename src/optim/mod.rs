//! Update rules: how a step of an optimizer changes a parameter.
//!
//! One file per rule, one word in [`LIST`]. A [`Rule`] is data (formula, settings, state, paper), which cards and the
//! reference show, and one fused kernel over a parameter's elements. The Python classes in `library/torch/optim` do the same
//! in tensor ops, for stepping into; a test holds the two equal.

mod adadelta;
mod adagrad;
mod adam;
mod adamax;
mod adamw;
mod asgd;
mod nadam;
mod radam;
mod rmsprop;
mod rprop;
mod rule;
mod sgd;
mod step;

pub use rule::{Kernel, Rule, Setting, Slot, Start, Update};
pub use step::{State, step};

/// All update rules, in the order of PyTorch's documentation.
pub static LIST: &[&Rule] = &[
    &adadelta::RULE,
    &adagrad::RULE,
    &adam::RULE,
    &adamw::RULE,
    &adamax::RULE,
    &asgd::RULE,
    &nadam::RULE,
    &radam::RULE,
    &rmsprop::RULE,
    &rprop::RULE,
    &sgd::RULE,
];

/// The rule of this name (`"SGD"`).
pub fn rule(name: &str) -> Option<&'static Rule> {
    LIST.iter().copied().find(|rule| rule.name == name)
}
