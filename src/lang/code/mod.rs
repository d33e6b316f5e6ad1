//! Bytecode: what the compiler makes and the machine runs.

mod op;
mod source_file;
pub mod stored;

pub use op::{BinaryOp, CompareOp, Op, UnaryOp};
pub use source_file::SourceFile;

use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Value;
use super::objects::Str;

/// The code of a function, class body, module or snippet: whose it is, and what runs.
///
/// A function of the library comes without its [`Body`]: most are never called. Whoever asks for something of the body has
/// it compiled.
pub struct Code {
    pub name: Rc<Str>,
    pub qualname: Rc<Str>,
    pub file: Rc<SourceFile>,
    /// Where it stands: a byte range of the file's text.
    pub range: (u32, u32),
    pub kind: CodeKind,
    body: OnceCell<Body>,
}

/// What runs.
pub struct Body {
    pub first_line: u32,
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

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
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
    /// Code with its body, or a function of the library without.
    pub fn new(
        (name, qualname): (Rc<Str>, Rc<Str>),
        file: &Rc<SourceFile>,
        range: (u32, u32),
        kind: CodeKind,
        body: Option<Body>,
    ) -> Code {
        Code {
            name,
            qualname,
            file: file.clone(),
            range,
            kind,
            body: body.map(OnceCell::from).unwrap_or_default(),
        }
    }

    #[cold]
    fn compiled(&self) -> &Body {
        self.body.get_or_init(|| super::compile::body_of(self))
    }

    /// Takes the body out, if there is one.
    pub fn into_body(self) -> Option<Body> {
        self.body.into_inner()
    }
}

impl Deref for Code {
    type Target = Body;

    #[inline]
    fn deref(&self) -> &Body {
        match self.body.get() {
            Some(body) => body,
            None => self.compiled(),
        }
    }
}

impl Body {
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
