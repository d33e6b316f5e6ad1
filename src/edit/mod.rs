//! The program as a text that can be edited by hand or by palette.
//!
//! Everything here needs the text only: no program runs. [`Program`] is the text with its syntax tree;
//! [`training`] finds the training loop and what each of its statements does; [`structure`] finds the modules that the
//! text builds; [`change`] turns an edit of the picture into an edit of the text, comments and formatting kept;
//! [`palette`] lists the layers there are; [`repair`] proposes edits that mend two shapes that do not fit.

pub mod change;
mod class_body;
pub mod docs;
pub mod lines;
pub mod names;
pub mod palette;
pub mod phase;
pub mod program;
pub mod repair;
mod sequence;
pub mod structure;
pub mod training;

pub use lines::Lines;
pub use program::Program;
