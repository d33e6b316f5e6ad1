//! Dicts and sets by key, where hash and equality may be Python code.

use std::rc::Rc;

use super::Vm;
use crate::lang::code::BinaryOp;
use crate::lang::objects::{Dict, Set, Str};
use crate::lang::{PyResult, Value};

impl Vm {
    /// Position of a key. Keys are compared outside any borrow, for their `__eq__` may do anything.
    fn dict_find(&mut self, dict: &Dict, hash: i64, key: &Value) -> PyResult<Option<usize>> {
        let map = dict.map.borrow();
        let found: Result<Option<usize>, ()> = match key {
            Value::Str(name) => map.find(hash, |other| match other {
                Value::Str(text) => Ok(Str::same(text, name)),
                Value::Instance(_) => Err(()),
                _ => Ok(false),
            }),
            Value::Int(int) => map.find(hash, |other| match other {
                Value::Int(other) => Ok(other == int),
                Value::Str(_) => Ok(false),
                _ => Err(()),
            }),
            _ => Err(()),
        };
        if let Ok(found) = found {
            return Ok(found);
        }
        let mut candidates: smallvec::SmallVec<[Value; 2]> = smallvec::SmallVec::new();
        let identical = map.find(hash, |other| {
            let same = other.is(key);
            if !same {
                candidates.push(other.clone());
            }
            Ok::<bool, ()>(same)
        });
        drop(map);
        if let Ok(Some(index)) = identical {
            return Ok(Some(index));
        }
        for candidate in candidates {
            if self.eq(&candidate, key)? {
                let place = dict
                    .map
                    .borrow()
                    .find(hash, |other| Ok::<bool, ()>(other.is(&candidate)));
                return Ok(place.unwrap_or(None));
            }
        }
        Ok(None)
    }

    pub fn dict_get(&mut self, dict: &Dict, key: &Value) -> PyResult<Option<Value>> {
        let hash = self.hash(key)?;
        let found = self.dict_find(dict, hash, key)?;
        Ok(found.and_then(|index| {
            dict.map
                .borrow()
                .entry(index)
                .map(|entry| entry.value.clone())
        }))
    }

    pub fn dict_set(&mut self, dict: &Dict, key: Value, value: Value) -> PyResult<()> {
        let hash = self.hash(&key)?;
        match self.dict_find(dict, hash, &key)? {
            Some(index) => {
                let old = std::mem::replace(dict.map.borrow_mut().value_mut(index), value);
                drop(old);
            }
            None => {
                self.charge(40)?;
                dict.map.borrow_mut().push(hash, key, value);
            }
        }
        Ok(())
    }

    /// Takes a key out; its value if it was there.
    pub fn dict_remove(&mut self, dict: &Dict, key: &Value) -> PyResult<Option<Value>> {
        let hash = self.hash(key)?;
        let found = self.dict_find(dict, hash, key)?;
        Ok(found.map(|index| {
            let (key, value) = dict.map.borrow_mut().remove(index);
            drop(key);
            value
        }))
    }

    /// Position of an element of a set.
    pub fn set_find(&mut self, set: &Set, hash: i64, key: &Value) -> PyResult<Option<usize>> {
        let mut candidates: smallvec::SmallVec<[Value; 2]> = smallvec::SmallVec::new();
        let identical = set
            .map
            .borrow()
            .find(hash, |other| {
                let same = other.is(key);
                if !same {
                    candidates.push(other.clone());
                }
                Ok::<bool, ()>(same)
            })
            .unwrap_or(None);
        if identical.is_some() {
            return Ok(identical);
        }
        for candidate in candidates {
            if self.eq(&candidate, key)? {
                return Ok(set
                    .map
                    .borrow()
                    .find(hash, |other| Ok::<bool, ()>(other.is(&candidate)))
                    .unwrap_or(None));
            }
        }
        Ok(None)
    }

    /// Adds to a set; false if it was there.
    pub fn set_add(&mut self, set: &Set, key: Value) -> PyResult<bool> {
        let hash = self.hash(&key)?;
        if self.set_find(set, hash, &key)?.is_some() {
            return Ok(false);
        }
        self.charge(32)?;
        set.map.borrow_mut().push(hash, key);
        Ok(true)
    }

    /// Takes out of a set; false if it was not there.
    pub fn set_remove(&mut self, set: &Set, key: &Value) -> PyResult<bool> {
        let hash = self.hash(key)?;
        let found = self.set_find(set, hash, key)?;
        Ok(match found {
            Some(index) => {
                let taken = set.map.borrow_mut().remove(index);
                drop(taken);
                true
            }
            None => false,
        })
    }

    /// `a & b`, `a | b`, `a - b`, `a ^ b` of set-like values. The result is of the kind of `a`.
    pub fn set_operation(&mut self, op: BinaryOp, a: &Value, b: &Value) -> PyResult<Value> {
        let (Some(left), Some(right)) = (self.as_set(a)?, self.as_set(b)?) else {
            return Ok(Value::NotImplemented);
        };
        let result = match op {
            BinaryOp::Or => {
                let result = Rc::new(Set {
                    map: std::cell::RefCell::new(left.map.borrow().copied()),
                });
                for item in right.to_vec() {
                    self.set_add(&result, item)?;
                }
                result
            }
            BinaryOp::And => {
                let result = Rc::<Set>::default();
                let (small, large) = if right.len() > left.len() {
                    (&left, &right)
                } else {
                    (&right, &left)
                };
                for item in small.to_vec() {
                    let hash = self.hash(&item)?;
                    if self.set_find(large, hash, &item)?.is_some() {
                        self.set_add(&result, item)?;
                    }
                }
                result
            }
            BinaryOp::Subtract => {
                let result = Rc::<Set>::default();
                for item in left.to_vec() {
                    let hash = self.hash(&item)?;
                    if self.set_find(&right, hash, &item)?.is_none() {
                        self.set_add(&result, item)?;
                    }
                }
                result
            }
            _ => {
                let result = Rc::new(Set {
                    map: std::cell::RefCell::new(right.map.borrow().copied()),
                });
                for item in left.to_vec() {
                    if !self.set_remove(&result, &item)? {
                        self.set_add(&result, item)?;
                    }
                }
                result
            }
        };
        Ok(if matches!(a.base(), Value::FrozenSet(_)) {
            Value::FrozenSet(result)
        } else {
            Value::Set(result)
        })
    }
}
