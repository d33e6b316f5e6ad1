//! What is counted of backward passes without a record: how many there were, and their losses.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::tensor::Tensor;

/// Losses that nobody took are forgotten beyond this many.
const MOST_LOSSES: usize = 1 << 14;

thread_local! {
    static PASSES: Cell<u64> = const { Cell::new(0) };
    static LOSSES: RefCell<VecDeque<f64>> = const { RefCell::new(VecDeque::new()) };
}

/// The roots of the last backward passes, as far as nobody has taken them: one number a pass, of roots with more than one
/// element the first.
pub fn take_losses() -> Vec<f64> {
    LOSSES.with_borrow_mut(|losses| losses.drain(..).collect())
}

/// A pass begins at these roots.
pub(super) fn count(roots: &[Tensor]) {
    PASSES.set(PASSES.get() + 1);
    let loss = roots.first().and_then(|root| root.array().first_f64());
    LOSSES.with_borrow_mut(|losses| {
        if losses.len() >= MOST_LOSSES {
            losses.pop_front();
        }
        losses.push_back(loss.unwrap_or(f64::NAN));
    });
}

/// How many backward passes have begun on this thread: what a run at full speed is counted by.
pub fn passes() -> u64 {
    PASSES.get()
}
