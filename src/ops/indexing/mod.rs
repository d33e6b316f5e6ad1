//! `x[...]` and `x[...] = y`: an index expression is worked off item by item, in views as far as it goes.

mod get;
mod set;

pub use get::get_item;
pub use set::set_item;
