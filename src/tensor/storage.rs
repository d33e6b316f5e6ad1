//! The elements that arrays share.

use std::cell::{Cell, Ref, RefCell, RefMut};
use std::rc::Rc;

use ndarray::ArcArray1;

use super::{DType, Element, budget, dispatch};

/// Elements of one dtype. Cloning shares them; writing to a shared one copies them first.
#[derive(Clone, Debug)]
pub enum Buffer {
    Bool(ArcArray1<bool>),
    U8(ArcArray1<u8>),
    I32(ArcArray1<i32>),
    I64(ArcArray1<i64>),
    F32(ArcArray1<f32>),
    F64(ArcArray1<f64>),
}

impl Buffer {
    pub fn dtype(&self) -> DType {
        match self {
            Buffer::Bool(_) => DType::Bool,
            Buffer::U8(_) => DType::U8,
            Buffer::I32(_) => DType::I32,
            Buffer::I64(_) => DType::I64,
            Buffer::F32(_) => DType::F32,
            Buffer::F64(_) => DType::F64,
        }
    }

    /// Are both handles of the same elements?
    pub fn shares(&self, other: &Buffer) -> bool {
        match (self, other) {
            (Buffer::Bool(a), Buffer::Bool(b)) => a.as_ptr() == b.as_ptr(),
            (Buffer::U8(a), Buffer::U8(b)) => a.as_ptr() == b.as_ptr(),
            (Buffer::I32(a), Buffer::I32(b)) => a.as_ptr() == b.as_ptr(),
            (Buffer::I64(a), Buffer::I64(b)) => a.as_ptr() == b.as_ptr(),
            (Buffer::F32(a), Buffer::F32(b)) => a.as_ptr() == b.as_ptr(),
            (Buffer::F64(a), Buffer::F64(b)) => a.as_ptr() == b.as_ptr(),
            _ => false,
        }
    }

    pub fn len(&self) -> usize {
        dispatch!(self.dtype(), T => T::slice(self).len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A buffer that views share: what one writes, the others read. Counts its changes for autograd.
#[derive(Clone, Debug)]
pub struct Storage(Rc<Cell_>);

#[derive(Debug)]
struct Cell_ {
    id: u64,
    version: Cell<u32>,
    bytes: Cell<usize>,
    buffer: RefCell<Buffer>,
}

impl Drop for Cell_ {
    fn drop(&mut self) {
        budget::freed(self.bytes.get());
    }
}

thread_local! {
    static NEXT_ID: Cell<u64> = const { Cell::new(1) };
}

impl Storage {
    pub fn new(buffer: Buffer) -> Self {
        let bytes = buffer.len() * buffer.dtype().size();
        budget::taken(bytes);
        let id = NEXT_ID.get();
        NEXT_ID.set(id + 1);
        Storage(Rc::new(Cell_ {
            id,
            version: Cell::new(0),
            bytes: Cell::new(bytes),
            buffer: RefCell::new(buffer),
        }))
    }

    /// Unlike any other storage's of this thread.
    pub fn id(&self) -> u64 {
        self.0.id
    }

    /// How often the elements were changed through tensors: what autograd compares.
    pub fn version(&self) -> u32 {
        self.0.version.get()
    }

    pub fn bump_version(&self) {
        self.0.version.set(self.0.version.get() + 1);
    }

    pub fn same(&self, other: &Storage) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// How many arrays and snapshots of handles share this storage.
    pub fn handles(&self) -> usize {
        Rc::strong_count(&self.0)
    }

    pub fn buffer(&self) -> Ref<'_, Buffer> {
        self.0.buffer.borrow()
    }

    pub fn buffer_mut(&self) -> RefMut<'_, Buffer> {
        self.0.buffer.borrow_mut()
    }

    /// The elements, of a dtype that the caller knows.
    pub fn data<T: Element>(&self) -> Ref<'_, [T]> {
        Ref::map(self.0.buffer.borrow(), T::slice)
    }

    /// The elements for writing. A snapshot that shares them keeps the former ones.
    pub fn data_mut<T: Element>(&self) -> RefMut<'_, [T]> {
        RefMut::map(self.0.buffer.borrow_mut(), T::slice_mut)
    }

    /// Puts other elements in the place of these.
    pub fn replace(&self, buffer: Buffer) {
        let bytes = buffer.len() * buffer.dtype().size();
        budget::freed(self.0.bytes.replace(bytes));
        budget::taken(bytes);
        *self.0.buffer.borrow_mut() = buffer;
    }

    /// A storage of its own with these elements, shared until either is written to.
    pub fn snapshot(&self) -> Storage {
        Storage::new(self.buffer().clone())
    }

    pub fn len(&self) -> usize {
        self.0.buffer.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
