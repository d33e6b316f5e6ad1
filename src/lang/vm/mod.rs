//! The machine: one value stack, one stack of frames and waiting natives, and what programs share.

mod ask;
mod frame;
mod names;

pub use ask::Question;
pub use frame::{Control, Frame, FrameInfo, OnReturn, SavedFrame};
pub use names::Names;

use std::rc::Rc;

use super::library::Library;
use super::objects::Dict;
use super::types::Types;
use super::{Observer, Value};

/// A Python virtual machine with one program in it.
pub struct Vm {
    pub types: Rc<Types>,
    pub names: Rc<Names>,
    pub builtins: Rc<Dict>,
    /// `sys.modules`
    pub modules: Rc<Dict>,
    pub library: Rc<dyn Library>,
    pub observer: Option<Box<dyn Observer>>,
    /// Locals and operands of all frames.
    stack: Vec<Value>,
    control: Vec<Control>,
    /// What the native that is being run again has been told so far, and how much of it it has asked for again.
    answers: Vec<ask::Answer>,
    next_answer: usize,
    question: Option<Question>,
}
