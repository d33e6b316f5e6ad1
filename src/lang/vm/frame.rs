//! Frames: functions in the middle of running.

use std::rc::Rc;

use crate::lang::Value;
use crate::lang::native::Continuation;
use crate::lang::objects::{Dict, Function, Generator};

/// One level of the control stack.
pub enum Control {
    Frame(Frame),
    /// A native that waits for the level above it, and what becomes of its own result.
    Native {
        then: Box<dyn Continuation>,
        on_return: OnReturn,
    },
}

/// A Python function that runs or waits for one it called.
pub struct Frame {
    pub function: Rc<Function>,
    /// The op that runs, or the one after the call that is waited for.
    pub at: u32,
    /// Where the locals begin on the value stack.
    pub base: u32,
    /// How far the value stack is cut when the frame is left.
    pub floor: u32,
    pub on_return: OnReturn,
    /// The exception that is being handled, for a bare `raise` and for `__context__`; undefined for none.
    pub handling: Value,
    /// The namespace of a class body, module or snippet; functions have none.
    pub namespace: Option<Rc<Dict>>,
    pub generator: Option<Rc<Generator>>,
    /// The op before `at`, for line events; `u32::MAX` before the first.
    pub previous: u32,
}

/// What becomes of a frame's result.
#[derive(Clone)]
pub enum OnReturn {
    /// It is pushed for the frame below.
    Push,
    /// It is pushed, and the op runs again with it.
    Retry,
    /// It is thrown away (`__setattr__`).
    Discard,
    /// This is pushed instead (`__init__`: the new object; it must have returned None).
    Instead(Value),
    /// It is a bool: false jumps to this op.
    JumpIfFalse(u32),
    /// It is the truth of the value on top, which stays if the jump is taken and goes if not.
    JumpOrPop { when: bool, target: u32 },
    /// It is the next value of a loop; StopIteration ends the loop at this op.
    ForIter(u32),
    /// It is yielded on by the frame below, which stands in `yield from`.
    YieldFrom,
    /// It goes to the continuation below.
    Native,
    /// The program is over.
    Finish,
    /// A snippet is over: the machine stops with its value.
    Snippet,
}

/// A frame off the stack: a generator that waits.
pub struct SavedFrame {
    pub frame: Frame,
    pub stack: Vec<Value>,
}

/// Where a frame stands, for those who look on.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameInfo {
    /// `program.py`, `torch/nn/modules/linear.py`
    pub file: String,
    /// `Net.forward`, `<listcomp>`, `<module>`
    pub function: String,
    /// From 1.
    pub line: u32,
    /// Byte range in the file's text of the op that runs or is about to.
    pub span: (u32, u32),
    /// In the learner's program, not in the library.
    pub is_program: bool,
    /// How many frames there are down to this one, itself included.
    pub depth: usize,
}
