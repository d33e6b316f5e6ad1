//! Dicts and their views.

use std::cell::RefCell;
use std::rc::Rc;

use super::{DictMap, Str};
use crate::lang::Value;

/// A Python `dict`. Access by arbitrary key goes through the VM ([`crate::lang::Vm::dict_get`] and its kin), because
/// hash and equality of a key may be Python code; access by name is here.
#[derive(Default)]
pub struct Dict {
    pub map: RefCell<DictMap>,
}

impl Dict {
    pub fn len(&self) -> usize {
        self.map.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get_name(&self, name: &Rc<Str>) -> Option<Value> {
        self.map.borrow().get_name(name).cloned()
    }

    /// By text, where the name is not at hand as an object.
    pub fn get_str(&self, name: &str) -> Option<Value> {
        self.get_name(&super::intern(name))
    }

    pub fn set_name(&self, name: &Rc<Str>, value: Value) {
        let old = {
            let mut map = self.map.borrow_mut();
            match map.find_name(name) {
                Some(index) => std::mem::replace(map.value_mut(index), value),
                None => {
                    map.push(name.hash(), Value::Str(name.clone()), value);
                    Value::Undefined
                }
            }
        };
        // Dropped after the borrow ends: the old value may own this very dict.
        drop(old);
    }

    pub fn set_str(&self, name: &str, value: impl Into<Value>) {
        self.set_name(&super::intern(name), value.into());
    }

    pub fn remove_name(&self, name: &Rc<Str>) -> Option<Value> {
        self.map.borrow_mut().remove_name(name)
    }

    /// Keys and values as they are now.
    pub fn pairs(&self) -> Vec<(Value, Value)> {
        self.map
            .borrow()
            .iter()
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    }

    pub fn keys(&self) -> Vec<Value> {
        self.map
            .borrow()
            .iter()
            .map(|(key, _)| key.clone())
            .collect()
    }

    pub fn values(&self) -> Vec<Value> {
        self.map
            .borrow()
            .iter()
            .map(|(_, value)| value.clone())
            .collect()
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

/// What `dict.keys()`, `.values()` and `.items()` return.
pub struct DictView {
    pub dict: Rc<Dict>,
    pub kind: ViewKind,
}

impl Drop for Dict {
    fn drop(&mut self) {
        super::graveyard::bury(self.map.get_mut().take_all());
    }
}
