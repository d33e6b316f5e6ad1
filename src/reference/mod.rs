//! What can be looked up: every op, layer, loss, optimizer, schedule and function with its card, its calls, its mistakes
//! and a program that shows it.
//!
//! Nothing is written down here: ops come from [`crate::ops::LIST`], update rules from [`crate::optim`], everything else
//! from the docstrings of the library's Python files. The reference page, the editor's completions and its hover cards
//! read this one list.

mod documented;
mod ops;
mod program;
mod spelling;
mod values;

use std::collections::BTreeSet;

pub use ops::card;

use crate::session::protocol::ReferenceEntry;

/// Every entry: what is written in Python first, then the ops by group.
pub fn entries() -> Vec<ReferenceEntry> {
    let of_ops = ops::entries();
    let known: BTreeSet<&str> = of_ops.iter().map(|entry| entry.id.as_str()).collect();
    let mut entries = documented::entries();
    // A Python function around one op is that op to its reader.
    entries.retain(|entry| !known.contains(entry.id.as_str()));
    // Two files may offer one name; the first is its home.
    let mut seen = BTreeSet::new();
    entries.retain(|entry| seen.insert(entry.id.clone()));
    entries.extend(of_ops);
    entries
}
