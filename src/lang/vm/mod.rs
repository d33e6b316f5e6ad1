//! The machine: one value stack, one stack of frames and waiting natives, and what programs share.
//!
//! `run` is the loop; `drive` starts calls and delivers their results; `ask` is how natives use Python code; `call`,
//! `classes`, `generators`, `imports` and `unwind` are what their names say; `attributes`, `subscript`, `arith`,
//! `compare`, `hash`, `dicts`, `iterate` and `show` are the operations of the data model; `step` is how a session drives it.

mod arith;
mod arith_float;
mod arith_int;
mod ask;
mod attributes;
mod attributes_builtin;
mod attributes_class;
mod attributes_set;
mod budget;
mod call;
mod classes;
mod compare;
mod dicts;
mod drive;
mod frame;
mod generators;
mod hash;
mod imports;
mod instantiate;
mod is_instance;
mod iterate;
mod iterate_composed;
mod matching;
pub mod missing;
mod names;
mod operate;
mod quick;
mod run;
mod show;
mod snippet;
mod step;
mod subscript;
mod suggest;
mod super_;
mod traceback;
mod unwind;

pub use arith::{Number, number};
pub use arith_float::float_divmod;
pub use ask::{Answer, Operation, Question};
pub use attributes_builtin::name_of;
pub use budget::{Budgets, Output, OutputStream};
pub use classes::make_class;
pub use compare::order_numbers;
pub use frame::{Control, Frame, FrameInfo, OnReturn, SavedFrame};
pub use iterate::{Next, character, flow_of, then};
pub use names::Names;
pub use show::qualified;
pub use step::{Stop, Until};
pub use subscript::{Cut, assign_slice};

use std::cell::RefCell;
use std::rc::Rc;

use super::library::Library;
use super::objects::{Dict, Generator, take_orphan};
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
    pub budgets: Budgets,
    /// What the program printed and nobody has taken yet.
    pub output: Output,
    /// Lines that `input()` will read.
    pub input: std::collections::VecDeque<String>,
    /// Set while `input()` waits for a line that is not there.
    pub(in crate::lang) starved: bool,
    /// Whether `input()` waits for lines; otherwise their end is the end of the file.
    pub interactive: bool,
    /// Set by native code that did something a learner steps by (an op on tensors).
    pub did_op: bool,
    /// Locals and operands of all frames.
    stack: Vec<Value>,
    control: Vec<Control>,
    /// Python frames on the control stack.
    depth: usize,
    native_depth: usize,
    /// Containers whose repr is being made.
    showing: Vec<Option<usize>>,
    /// What the native that is being run again has been told so far, and how much of it it has asked for again.
    answers: Vec<Answer>,
    next_answer: usize,
    question: Option<Question>,
    method_cache: Box<[RefCell<MethodCacheEntry>]>,
    stepping: step::Stepping,
    interrupted: bool,
    /// Names that snippets made in frames.
    kept: Vec<snippet::Kept>,
    /// Dropped generators that are to be closed when the machine goes on.
    orphans: Vec<Rc<Generator>>,
}

const METHOD_CACHE: usize = 1024;

/// What a lookup in a class of this version found; undefined for nothing.
#[derive(Default)]
struct MethodCacheEntry {
    version: u32,
    name: usize,
    value: Value,
}

impl Vm {
    /// A machine that imports from this library.
    pub fn new(library: Rc<dyn Library>) -> Vm {
        let mut vm = Vm {
            types: Rc::default(),
            names: Rc::default(),
            builtins: Rc::default(),
            modules: Rc::default(),
            library,
            observer: None,
            budgets: Budgets::default(),
            output: Output::default(),
            input: Default::default(),
            starved: false,
            interactive: false,
            did_op: false,
            stack: Vec::with_capacity(1024),
            control: Vec::with_capacity(64),
            depth: 0,
            native_depth: 0,
            showing: Vec::new(),
            answers: Vec::new(),
            next_answer: 0,
            question: None,
            method_cache: (0..METHOD_CACHE).map(|_| RefCell::default()).collect(),
            stepping: step::Stepping::default(),
            interrupted: false,
            kept: Vec::new(),
            orphans: Vec::new(),
        };
        super::types::install(&mut vm);
        super::builtins::install(&mut vm);
        vm
    }

    /// `bool(value)`, for natives; may ask.
    pub fn truthy(&mut self, value: &Value) -> super::PyResult<bool> {
        if let Some(truth) = self.plain_truth(value) {
            return Ok(truth);
        }
        let name = self.names.bool.clone();
        if let Some(result) = self.special(value, &name, []) {
            return match result? {
                Value::Bool(truth) => Ok(truth),
                other => Err(super::type_error(format!(
                    "__bool__ should return bool, returned {}",
                    self.type_name(&other)
                ))),
            };
        }
        let name = self.names.len.clone();
        if let Some(result) = self.special(value, &name, []) {
            let length = result?;
            return Ok(self.index(&length)? != 0);
        }
        match value.base() {
            Value::Instance(_) => Ok(true),
            base => Ok(self.plain_truth(&base.clone()).unwrap_or(true)),
        }
    }

    /// The truth of a value whose class need not be asked.
    #[inline]
    pub fn plain_truth(&self, value: &Value) -> Option<bool> {
        Some(match value {
            Value::Bool(value) => *value,
            Value::None | Value::Undefined => false,
            Value::Int(int) => *int != 0,
            Value::Float(float) => *float != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::List(list) => !list.is_empty(),
            Value::Tuple(tuple) => !tuple.is_empty(),
            Value::Dict(dict) | Value::MappingProxy(dict) => !dict.is_empty(),
            Value::Set(set) | Value::FrozenSet(set) => !set.is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::ByteArray(bytes) => !bytes.bytes.borrow().is_empty(),
            Value::Range(range) => !range.is_empty(),
            Value::DictView(view) => !view.dict.is_empty(),
            Value::Complex(c) => c.real != 0.0 || c.imag != 0.0,
            Value::Instance(_) => return None,
            Value::Class(class) if class.meta.is_some() => return None,
            _ => true,
        })
    }
}

impl Drop for Vm {
    /// Modules and their functions hold each other; emptying the modules lets them go.
    fn drop(&mut self) {
        self.control.clear();
        self.stack.clear();
        for module in self.modules.values() {
            if let Value::Module(module) = module {
                let dict = std::mem::take(&mut *module.dict.map.borrow_mut());
                drop(dict);
            }
        }
        self.orphans.clear();
        // With no machine to run them, their `finally` parts don't.
        while take_orphan().is_some() {}
    }
}
