//! `torch.autograd.detect_anomaly()`: backward fails at the first nan, and says where the forward pass made its node.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use super::Node;
use crate::ops::Grads;
use crate::tensor::{Result, Tensor, TensorError};

/// Lines of the program that are remembered: the latest ones.
const MOST: usize = 1 << 16;

thread_local! {
    static ENABLED: Cell<bool> = const { Cell::new(false) };
    static CHECK_NAN: Cell<bool> = const { Cell::new(true) };
    /// The first node that is too young, and where the nodes before it were made. In the order of the nodes.
    static MADE: RefCell<VecDeque<(u64, String)>> = const { RefCell::new(VecDeque::new()) };
}

pub fn enabled() -> bool {
    ENABLED.get()
}

pub fn checks_nan() -> bool {
    CHECK_NAN.get()
}

pub fn set(enabled: bool, check_nan: bool) {
    ENABLED.set(enabled);
    CHECK_NAN.set(check_nan);
    if !enabled {
        MADE.with_borrow_mut(VecDeque::clear);
    }
}

/// Remembers that the nodes up to the newest one were made here: the lines of a traceback.
pub fn made_at(traceback: String) {
    MADE.with_borrow_mut(|made| {
        if made.len() == MOST {
            made.pop_front();
        }
        made.push_back((Node::newest() + 1, traceback));
    });
}

/// # Errors
/// RuntimeError when a gradient that a node made is nan.
pub(super) fn check(node: &Node, grads: &Grads) -> Result<()> {
    if !enabled() || !checks_nan() {
        return Ok(());
    }
    let mut asked = (node.edges().iter().zip(grads))
        .filter_map(|(edge, grad)| edge.as_ref().and(grad.as_ref()));
    let Some(place) = asked.position(has_nan) else {
        return Ok(());
    };
    let from = MADE.with_borrow(|made| {
        let at = made.partition_point(|(end, _)| *end <= node.id());
        made.get(at).map(|(_, traceback)| traceback.clone())
    });
    let message = format!(
        "Function '{}' returned nan values in its {place}th output.",
        node.name()
    );
    Err(TensorError::runtime(message).because(match from {
        Some(traceback) => format!("Traceback of forward call that caused the error:\n{traceback}"),
        None => "The forward call ran before anomaly detection was enabled: put both inside of the `with`.".into(),
    }))
}

fn has_nan(grad: &Tensor) -> bool {
    grad.dtype().is_float() && grad.array().to_f64_vec().iter().any(|x| x.is_nan())
}
