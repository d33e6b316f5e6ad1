//! Objects of a few fields.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use super::graveyard::bury_one;
use crate::lang::Value;

/// A Python `complex`.
#[derive(Clone, Copy, PartialEq)]
pub struct Complex {
    pub real: f64,
    pub imag: f64,
}

/// Python `bytes`.
pub struct Bytes(pub Box<[u8]>);

impl Deref for Bytes {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.0
    }
}

/// A Python `bytearray`.
#[derive(Default)]
pub struct ByteArray {
    pub bytes: RefCell<Vec<u8>>,
}

/// `slice(start, stop, step)`; each may be None.
pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Drop for Slice {
    fn drop(&mut self) {
        for part in [&mut self.start, &mut self.stop, &mut self.step] {
            bury_one(std::mem::take(part));
        }
    }
}

/// `range(start, stop, step)`, within i64.
#[derive(Clone, Copy, PartialEq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

impl Range {
    /// Number of elements.
    pub fn len(&self) -> i64 {
        let (start, stop, step) = (
            i128::from(self.start),
            i128::from(self.stop),
            i128::from(self.step),
        );
        let count = if step > 0 {
            (stop - start + step - 1) / step
        } else {
            (start - stop - step - 1) / -step
        };
        count.clamp(0, i128::from(i64::MAX)) as i64
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, index: i64) -> i64 {
        self.start.wrapping_add(index.wrapping_mul(self.step))
    }
}

/// A variable shared between a function and those inside it.
#[derive(Default)]
pub struct Cell {
    pub value: RefCell<Value>,
}

impl Drop for Cell {
    fn drop(&mut self) {
        bury_one(self.value.take());
    }
}

impl Cell {
    pub fn new(value: Value) -> Cell {
        Cell {
            value: RefCell::new(value),
        }
    }

    pub fn get(&self) -> Value {
        self.value.borrow().clone()
    }

    pub fn set(&self, value: Value) {
        let old = self.value.replace(value);
        drop(old);
    }
}

/// A type with arguments, as annotations have them.
pub struct Alias {
    pub kind: AliasKind,
    pub args: Vec<Value>,
}

pub enum AliasKind {
    /// `list[int]`
    Generic(Rc<super::Class>),
    /// `int | None`
    Union,
}
