//! What files that are open for writing hold back until they are flushed, closed or, like CPython's, dropped.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::DISK;
use crate::lang::native::ClassBuilder;
use crate::lang::objects::{Class, Instance, Layout, Payload};
use crate::lang::types::arguments::text;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{PyResult, Value, Vm, type_error};

/// A file writes by itself when it holds so many bytes (`io.DEFAULT_BUFFER_SIZE`).
const MOST: usize = 8192;

/// What a file on the disk does not know yet.
pub(super) enum Change {
    /// Bytes that come behind those that it has.
    Append(Vec<u8>),
    /// All its bytes.
    Whole(Vec<u8>),
}

/// The writing end of one open file.
struct Held {
    path: String,
    change: RefCell<Change>,
    /// The disk of its program is not mounted any more.
    is_stale: Cell<bool>,
}

thread_local! {
    static OPEN: RefCell<Vec<Weak<Held>>> = RefCell::default();
}

impl Held {
    fn open(path: String) -> Rc<Held> {
        let held = Rc::new(Held {
            path,
            change: RefCell::new(Change::Append(Vec::new())),
            is_stale: Cell::new(false),
        });
        OPEN.with_borrow_mut(|open| {
            open.retain(|held| held.strong_count() > 0);
            open.push(Rc::downgrade(&held));
        });
        held
    }

    fn append(&self, bytes: &[u8]) {
        let mut change = self.change.borrow_mut();
        let (Change::Append(held) | Change::Whole(held)) = &mut *change;
        held.extend_from_slice(bytes);
        let is_full = held.len() >= MOST;
        drop(change);
        if is_full {
            self.flush();
        }
    }

    fn flush(&self) {
        let change = self.change.replace(Change::Append(Vec::new()));
        if !self.is_stale.get() {
            // A thread that ends has dropped its disk.
            let _ = DISK.try_with(|disk| disk.borrow_mut().write_back(&self.path, &change));
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.flush();
    }
}

/// Another disk is mounted: what belongs to the old one is not to be written there.
pub(super) fn forget() {
    let open = OPEN.take();
    for held in open.iter().filter_map(Weak::upgrade) {
        held.is_stale.set(true);
    }
}

/// All that is held back now.
pub(super) fn each(mut see: impl FnMut(&str, &Change)) {
    OPEN.with_borrow(|open| {
        for held in open.iter().filter_map(Weak::upgrade) {
            see(&held.path, &held.change.borrow());
        }
    });
}

pub(super) fn class(vm: &Vm) -> Rc<Class> {
    ClassBuilder::new("Held", "_files")
        .layout(Layout::Native)
        .method("__new__", "(cls, path, /)", make)
        .method("append", "(self, data, /)", |vm, args| {
            let bytes = bytes_of(vm, &args[1])?;
            vm.charge(bytes.len())?;
            held(vm, args)?.append(&bytes);
            Ok(Value::None)
        })
        .method("replace", "(self, data, /)", |vm, args| {
            let bytes = bytes_of(vm, &args[1])?;
            vm.charge(bytes.len())?;
            held(vm, args)?.change.replace(Change::Whole(bytes));
            Ok(Value::None)
        })
        .method("flush", "(self, /)", |vm, args| {
            held(vm, args)?.flush();
            Ok(Value::None)
        })
        .build(vm)
}

fn held<'a>(vm: &Vm, args: &'a [Value]) -> PyResult<&'a Held> {
    let wrong = || type_error(format!("'{}' is no file", vm.type_name(&args[0])));
    args[0].native::<Held>().ok_or_else(wrong)
}

fn make(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let Value::Class(class) = &args[0] else {
        return Err(type_error("expected a class"));
    };
    let path = text(vm, &args[1], "path should be string")?;
    let held = Held::open(DISK.with_borrow(|disk| disk.whole(path)));
    let payload = Payload::Native(held);
    Ok(Value::Instance(Instance::new(class.clone(), payload)))
}
