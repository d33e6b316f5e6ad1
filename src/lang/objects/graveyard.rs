//! The end of containers: a list in a list in a list ... is dropped without going down the Rust stack.

use std::cell::{Cell, RefCell};

use crate::lang::Value;

/// How deep containers may drop each other before the rest waits.
const DEPTH: u32 = 64;

thread_local! {
    static AT: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
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
        let _ = WAITING.try_with(|waiting| waiting.borrow_mut().extend(items));
        return;
    }
    AT.set(at + 1);
    drop(items);
    leave(at);
}

/// The same for one value; most hold nothing.
#[inline]
pub fn bury_one(item: Value) {
    if item.address().is_none() {
        return;
    }
    let at = AT.get();
    if at >= DEPTH {
        let _ = WAITING.try_with(|waiting| waiting.borrow_mut().push(item));
        return;
    }
    AT.set(at + 1);
    drop(item);
    leave(at);
}

/// Back at this level; at the top the waiting ones go, each from there.
fn leave(at: u32) {
    if at == 0 {
        while let Ok(Some(item)) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()) {
            drop(item);
        }
    }
    AT.set(at);
}
