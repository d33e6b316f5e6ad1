//! The end of containers: a list in a list in a list ... is dropped without going down the Rust stack.

use std::cell::{Cell, RefCell};

use crate::lang::Value;

/// How deep containers may drop each other before the rest waits.
const DEPTH: u32 = 64;

thread_local! {
    static AT: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Vec<Value>>> = const { RefCell::new(Vec::new()) };
}

/// Drops what a container held.
#[inline]
pub fn bury(items: Vec<Value>) {
    if items.is_empty() {
        return;
    }
    let at = AT.get();
    if at >= DEPTH {
        // No room means that this thread is ending: then it is dropped here after all.
        let _ = WAITING.try_with(|waiting| waiting.borrow_mut().push(items));
        return;
    }
    AT.set(at + 1);
    drop(items);
    if at == 0 {
        while let Ok(Some(items)) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()) {
            drop(items);
        }
    }
    AT.set(at);
}
