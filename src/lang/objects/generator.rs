//! Generators: a frame that waits outside the stack. One that nobody holds any more and that stands in a `try` or `with`
//! is kept until the machine has closed it, so that its `finally` runs.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::graveyard::bury;
use super::{Function, Str};
use crate::lang::vm::SavedFrame;

/// A generator object.
pub struct Generator {
    pub state: RefCell<GeneratorState>,
    pub function: Rc<Function>,
    pub name: Rc<Str>,
    /// Nobody holds it; it is being closed.
    pub is_orphan: bool,
}

thread_local! {
    static ANY: Cell<bool> = const { Cell::new(false) };
    static ORPHANS: RefCell<Vec<Rc<Generator>>> = const { RefCell::new(Vec::new()) };
}

/// Whether a dropped generator waits to be closed.
#[inline(always)]
pub fn any_orphan() -> bool {
    ANY.get()
}

/// Takes one of them.
pub fn take_orphan() -> Option<Rc<Generator>> {
    let (orphan, left) = ORPHANS.with_borrow_mut(|orphans| (orphans.pop(), !orphans.is_empty()));
    ANY.set(left);
    orphan
}

/// Exchanges those that wait with those that another machine left waiting.
pub fn exchange_orphans(others: &mut Vec<Rc<Generator>>) {
    ANY.set(!others.is_empty());
    ORPHANS.with_borrow_mut(|orphans| std::mem::swap(orphans, others));
}

/// Whether an exception at this place would be caught, so that closing does something.
fn is_guarded(frame: &SavedFrame) -> bool {
    let failed = frame.frame.at.saturating_sub(1);
    frame.frame.function.code.handler(failed).is_some()
}

impl Drop for Generator {
    fn drop(&mut self) {
        let waits_in_try = matches!(
            self.state.get_mut(),
            GeneratorState::Waiting { frame, started: true } if is_guarded(frame)
        );
        if waits_in_try && !self.is_orphan {
            let orphan = Rc::new(Generator {
                state: RefCell::new(std::mem::replace(
                    self.state.get_mut(),
                    GeneratorState::Done,
                )),
                function: self.function.clone(),
                name: self.name.clone(),
                is_orphan: true,
            });
            // A thread that is ending closes nothing.
            if ORPHANS
                .try_with(|orphans| orphans.borrow_mut().push(orphan))
                .is_ok()
            {
                ANY.set(true);
            }
            return;
        }
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
