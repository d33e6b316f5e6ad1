//! Generators: a frame that waits outside the stack.

use std::cell::RefCell;
use std::rc::Rc;

use super::graveyard::bury;
use super::{Function, Str};
use crate::lang::vm::SavedFrame;

/// A generator object.
pub struct Generator {
    pub state: RefCell<GeneratorState>,
    pub function: Rc<Function>,
    pub name: Rc<Str>,
}

impl Drop for Generator {
    fn drop(&mut self) {
        if let GeneratorState::Waiting { frame, .. } = self.state.get_mut() {
            bury(std::mem::take(&mut frame.stack));
        }
    }
}

pub enum GeneratorState {
    /// Not running: its frame, taken off the stack. `started` tells a fresh one from one standing at a yield.
    Waiting {
        frame: Box<SavedFrame>,
        started: bool,
    },
    Running,
    Done,
}
