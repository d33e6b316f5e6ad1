//! How many bytes tensors may hold, so that a learner's 10^12 elements are an error and not the end of the page.

use std::cell::Cell;

use super::{DType, Result, TensorError};

thread_local! {
    static LIMIT: Cell<usize> = const { Cell::new(1 << 30) };
    static LIVE: Cell<usize> = const { Cell::new(0) };
}

/// Sets the limit for the storages that live at one time, in bytes, and returns the former one.
pub fn set_limit(bytes: usize) -> usize {
    LIMIT.replace(bytes)
}

/// Bytes that living storages hold. Snapshots that share a storage's elements are not counted.
pub fn live() -> usize {
    LIVE.get()
}

/// Asks for room for `count` elements.
///
/// # Errors
/// PyTorch's RuntimeError of its CPU allocator, when the limit does not allow it.
pub fn check(count: usize, dtype: DType) -> Result<()> {
    let bytes = count.saturating_mul(dtype.size());
    if bytes <= LIMIT.get().saturating_sub(LIVE.get()) {
        return Ok(());
    }
    Err(TensorError::runtime(format!(
        "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate \
         {bytes} bytes. Error code 12 (Cannot allocate memory)"
    ))
    .because(format!(
        "{count} elements of {dtype} take {bytes} bytes; tensors here may hold {} bytes in all and hold {} now.",
        LIMIT.get(),
        LIVE.get()
    )))
}

/// An empty vector with room for `count` elements.
///
/// # Errors
/// See [`check`].
pub fn room<T: super::Element>(count: usize) -> Result<Vec<T>> {
    check(count, T::DTYPE)?;
    Ok(Vec::with_capacity(count))
}

pub(super) fn taken(bytes: usize) {
    LIVE.set(LIVE.get().wrapping_add(bytes));
}

pub(super) fn freed(bytes: usize) {
    LIVE.set(LIVE.get().wrapping_sub(bytes));
}
