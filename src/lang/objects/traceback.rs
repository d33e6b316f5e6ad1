//! Where an exception passed through.

use std::cell::RefCell;
use std::rc::Rc;

use crate::lang::code::Code;

/// The frames that an exception passed through, innermost first.
#[derive(Default)]
pub struct Traceback {
    pub entries: RefCell<Vec<TracebackEntry>>,
}

#[derive(Clone)]
pub struct TracebackEntry {
    pub code: Rc<Code>,
    /// Which instruction.
    pub at: u32,
}
