//! Bytecode: what the compiler makes and the machine runs.

mod op;
mod source_file;

pub use op::{BinaryOp, CompareOp, Op, UnaryOp};
pub use source_file::SourceFile;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::Value;
use super::objects::Str;

/// The code of a function, class body, module or snippet.
pub struct Code {
    pub name: Rc<Str>,
    pub qualname: Rc<Str>,
    pub file: Rc<SourceFile>,
    pub first_line: u32,
    pub kind: CodeKind,
    pub is_generator: bool,

    pub ops: Vec<Op>,
    /// Where each op comes from: a byte range of the file's text.
    pub spans: Vec<(u32, u32)>,
    /// The line of each op, counted from 1.
    pub lines: Vec<u32>,
    pub constants: Vec<Value>,
    pub names: Vec<Rc<Str>>,
    /// The names of keyword arguments, one list a call.
    pub call_names: Vec<Rc<[Rc<Str>]>>,
    /// Sorted so that the innermost handler of an op comes first.
    pub handlers: Vec<Handler>,
    /// What instructions remember of their last lookup.
    pub caches: Vec<Cache>,
    pub max_stack: u32,

    /// Parameters first: positional, keyword-only, `*args`, `**kwargs`; then the other locals.
    pub locals: Vec<Rc<Str>>,
    pub positional: u32,
    pub positional_only: u32,
    pub keyword_only: u32,
    pub var_positional: bool,
    pub var_keyword: bool,
    /// Locals that inner functions use live in cells, which stand after the locals. A parameter moves into its cell.
    pub cells: Vec<CellVar>,
    /// Cells that come with the function, after its own cells.
    pub free: Vec<Rc<Str>>,
    /// A function's own text, or None.
    pub doc: Value,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    Function,
    Lambda,
    Comprehension,
    Class,
    Module,
    /// A line typed in a paused frame.
    Snippet,
}

pub struct CellVar {
    pub name: Rc<Str>,
    /// The parameter that starts in this cell.
    pub param: Option<u32>,
}

/// Ops `start..end` are guarded: an exception cuts the operand stack down to `depth`, is pushed, and `target` runs.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    pub depth: u32,
}

/// What a lookup found last time, checked before it is believed.
#[derive(Default)]
pub struct Cache {
    /// The version of the class or dict that was looked into; 0 is "nothing yet".
    pub version: Cell<u32>,
    /// Position in a dict.
    pub index: Cell<u32>,
    /// What the class had.
    pub value: RefCell<Value>,
}

impl Code {
    /// Slots that a frame takes before its operands.
    #[inline]
    pub fn slots(&self) -> usize {
        self.locals.len() + self.cells.len() + self.free.len()
    }

    /// How many of the locals are parameters.
    pub fn params(&self) -> usize {
        (self.positional + self.keyword_only) as usize
            + usize::from(self.var_positional)
            + usize::from(self.var_keyword)
    }

    pub fn line(&self, at: usize) -> u32 {
        self.lines.get(at).copied().unwrap_or(self.first_line)
    }

    pub fn handler(&self, at: u32) -> Option<&Handler> {
        self.handlers
            .iter()
            .find(|handler| handler.start <= at && at < handler.end)
    }
}
