//! Iterators that are not generators.

use std::cell::RefCell;
use std::rc::Rc;

use super::graveyard::{bury, bury_one};
use super::{Dict, List, Set, Str, Tuple, ViewKind};
use crate::lang::{Exception, Value, Vm};

/// An iterator and where it stands.
pub struct Iter {
    pub state: RefCell<IterState>,
}

impl Iter {
    pub fn value(state: IterState) -> Value {
        Value::Iterator(Rc::new(Iter {
            state: RefCell::new(state),
        }))
    }

    /// An iterator that a library writes in Rust.
    pub fn native(name: &'static str, iterator: impl NativeIterator + 'static) -> Value {
        Iter::value(IterState::Native {
            name,
            iterator: Box::new(iterator),
        })
    }
}

impl Drop for Iter {
    fn drop(&mut self) {
        match self.state.get_mut() {
            IterState::Enumerate { inner, .. } | IterState::Filter { inner, .. } => {
                bury_one(std::mem::take(inner))
            }
            IterState::Zip { inners, .. } | IterState::Map { inners, .. } => {
                bury(std::mem::take(inners))
            }
            IterState::Call { callable, .. } => bury_one(std::mem::take(callable)),
            IterState::Sequence { object, .. } => bury_one(std::mem::take(object)),
            _ => {}
        }
    }
}

/// A source of values in Rust. It must not need Python code for its next value.
pub trait NativeIterator {
    /// The next value, or None at the end.
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>, Exception>;
}

pub enum IterState {
    Done,
    List {
        list: Rc<List>,
        index: usize,
    },
    ListReversed {
        list: Rc<List>,
        index: usize,
    },
    Tuple {
        tuple: Rc<Tuple>,
        index: usize,
    },
    Range {
        next: i64,
        step: i64,
        remaining: i64,
    },
    Str {
        text: Rc<Str>,
        offset: usize,
    },
    Bytes {
        bytes: Value,
        index: usize,
    },
    Dict {
        dict: Rc<Dict>,
        kind: ViewKind,
        slot: usize,
        version: u32,
        size: usize,
        reversed: bool,
    },
    Set {
        set: Rc<Set>,
        slot: usize,
        size: usize,
    },
    /// The old protocol: `__getitem__` with 0, 1, 2 ... until IndexError.
    Sequence {
        object: Value,
        index: i64,
        reversed: bool,
    },
    Enumerate {
        inner: Value,
        count: i64,
    },
    Zip {
        inners: Vec<Value>,
        strict: bool,
    },
    Map {
        function: Value,
        inners: Vec<Value>,
    },
    /// `function` None keeps what is true.
    Filter {
        function: Value,
        inner: Value,
    },
    /// `iter(callable, sentinel)`
    Call {
        callable: Value,
        sentinel: Value,
    },
    Native {
        name: &'static str,
        iterator: Box<dyn NativeIterator>,
    },
}
