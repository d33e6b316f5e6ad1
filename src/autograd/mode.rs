//! Whether ops leave nodes behind: `torch.no_grad()` and its kin.

use std::cell::Cell;

thread_local! {
    static ENABLED: Cell<bool> = const { Cell::new(true) };
}

pub fn grad_enabled() -> bool {
    ENABLED.get()
}

/// Sets the mode and returns the former one.
pub fn set_grad_enabled(enabled: bool) -> bool {
    ENABLED.replace(enabled)
}

/// Holds a mode until it is dropped.
pub struct GradMode(bool);

impl GradMode {
    pub fn set(enabled: bool) -> Self {
        GradMode(set_grad_enabled(enabled))
    }
}

impl Drop for GradMode {
    fn drop(&mut self) {
        set_grad_enabled(self.0);
    }
}
