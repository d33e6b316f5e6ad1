//! The reference: every entry is whole, every example prints what PyTorch printed, and the coverage table is true.

#[path = "reference/coverage.rs"]
mod coverage;
#[path = "reference/entries.rs"]
mod entries;
#[path = "programs/mod.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod programs;
