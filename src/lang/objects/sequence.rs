//! Lists and tuples.

use std::cell::RefCell;
use std::ops::Deref;

use smallvec::SmallVec;

use super::graveyard::bury;
use crate::lang::Value;

/// A Python `list`.
#[derive(Default)]
pub struct List {
    pub items: RefCell<Vec<Value>>,
}

impl List {
    pub fn new(items: Vec<Value>) -> List {
        List {
            items: RefCell::new(items),
        }
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    /// The items as they are now.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }
}

/// A Python `tuple`.
#[derive(Default)]
pub struct Tuple {
    items: SmallVec<[Value; 2]>,
}

impl Tuple {
    pub fn new(items: impl IntoIterator<Item = Value>) -> Tuple {
        Tuple {
            items: items.into_iter().collect(),
        }
    }
}

impl Deref for Tuple {
    type Target = [Value];
    fn deref(&self) -> &[Value] {
        &self.items
    }
}

impl Drop for List {
    fn drop(&mut self) {
        bury(std::mem::take(self.items.get_mut()));
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        let nested = |value: &Value| {
            matches!(
                value,
                Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::Instance(_)
            )
        };
        if self.items.iter().any(nested) {
            bury(std::mem::take(&mut self.items).into_vec());
        }
    }
}
