#![recursion_limit = "256"]
//! Kindling: a real PyTorch program, stepped.
//!
//! The modules in reading order: what a tensor is, what can be done to it, how gradients flow back, how parameters
//! are updated, the Python that says all this, what programs import, what happened, the text as a thing to edit,
//! what can be looked up, and one program under the learner's hands.

pub mod autograd;
pub mod edit;
pub mod lang;
pub mod library;
pub mod memory;
pub mod ops;
pub mod optim;
pub mod reference;
pub mod session;
pub mod tensor;
pub mod trace;
#[cfg(target_arch = "wasm32")]
pub mod web;
