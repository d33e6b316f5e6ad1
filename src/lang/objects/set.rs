//! Sets, laid out as CPython lays them out, so that a set of numbers prints in CPython's order.

use std::cell::RefCell;

use crate::lang::Value;

/// A Python `set` or `frozenset`.
#[derive(Default)]
pub struct Set {
    pub map: RefCell<SetMap>,
}

impl Set {
    pub fn len(&self) -> usize {
        self.map.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements as they are now, in iteration order.
    pub fn to_vec(&self) -> Vec<Value> {
        self.map.borrow().iter().cloned().collect()
    }
}

#[derive(Clone)]
struct Slot {
    hash: i64,
    key: Value,
    /// Was used, is deleted: searches go on past it.
    dummy: bool,
}

/// CPython's open-addressed table (`Objects/setobject.c`): iteration goes through it from its first slot.
#[derive(Clone, Default)]
pub struct SetMap {
    table: Vec<Slot>,
    used: usize,
    fill: usize,
    pub version: u32,
}

const MINIMUM: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;

impl SetMap {
    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.table
            .iter()
            .filter(|slot| !slot.key.is_undefined())
            .map(|slot| &slot.key)
    }

    /// Elements with their hashes.
    pub fn hashed(&self) -> impl Iterator<Item = (i64, &Value)> {
        self.table
            .iter()
            .filter(|slot| !slot.key.is_undefined())
            .map(|slot| (slot.hash, &slot.key))
    }

    /// The first element at or after slot `from`, and the slot after it.
    pub fn next_from(&self, from: usize) -> Option<(usize, &Value)> {
        let rest = self.table.get(from..)?;
        let at = rest.iter().position(|slot| !slot.key.is_undefined())?;
        Some((from + at + 1, &rest[at].key))
    }

    /// Position of the element that has this hash and satisfies `same`.
    pub fn find<E>(
        &self,
        hash: i64,
        mut same: impl FnMut(&Value) -> Result<bool, E>,
    ) -> Result<Option<usize>, E> {
        if self.table.is_empty() {
            return Ok(None);
        }
        let mask = self.table.len() - 1;
        let mut perturb = hash as u64;
        let mut at = hash as usize & mask;
        loop {
            let probes = if at + LINEAR_PROBES <= mask {
                LINEAR_PROBES
            } else {
                0
            };
            for index in at..=at + probes {
                let slot = &self.table[index];
                if slot.key.is_undefined() {
                    if !slot.dummy {
                        return Ok(None);
                    }
                } else if slot.hash == hash && same(&slot.key)? {
                    return Ok(Some(index));
                }
            }
            perturb >>= PERTURB_SHIFT;
            at = (at
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(perturb as usize))
                & mask;
        }
    }

    /// Adds an element that is not there.
    pub fn push(&mut self, hash: i64, key: Value) {
        if self.table.is_empty() {
            self.table = vec![
                Slot {
                    hash: 0,
                    key: Value::Undefined,
                    dummy: false
                };
                MINIMUM
            ];
        }
        let fresh = self.place(hash, key);
        self.version = self.version.wrapping_add(1);
        self.used += 1;
        if fresh {
            self.fill += 1;
        }
        if self.fill * 5 >= (self.table.len() - 1) * 3 {
            self.resize(if self.used > 50_000 {
                self.used * 2
            } else {
                self.used * 4
            });
        }
    }

    pub fn remove(&mut self, index: usize) -> Value {
        self.version = self.version.wrapping_add(1);
        self.used -= 1;
        let slot = &mut self.table[index];
        slot.dummy = true;
        slot.hash = -1;
        std::mem::take(&mut slot.key)
    }

    pub fn clear(&mut self) {
        *self = SetMap {
            version: self.version.wrapping_add(1),
            ..SetMap::default()
        };
    }

    /// The first element in iteration order: what `pop()` takes.
    pub fn first(&self) -> Option<usize> {
        self.table.iter().position(|slot| !slot.key.is_undefined())
    }

    /// As CPython copies a set into an empty one: a table of the right size, filled in iteration order.
    pub fn copied(&self) -> SetMap {
        let mut copy = SetMap::default();
        if self.used > 0 {
            copy.table = vec![
                Slot {
                    hash: 0,
                    key: Value::Undefined,
                    dummy: false
                };
                MINIMUM
            ];
            if self.used * 5 >= (MINIMUM - 1) * 3 {
                copy.resize(self.used * 2);
            }
            if self.fill == self.used && copy.table.len() == self.table.len() {
                copy.table = self.table.clone();
                copy.used = self.used;
                copy.fill = self.fill;
                return copy;
            }
            for (hash, key) in self.hashed() {
                copy.place(hash, key.clone());
                copy.used += 1;
                copy.fill += 1;
            }
        }
        copy
    }

    /// Puts a key into the first free slot of its probe sequence; true if that slot was never used.
    fn place(&mut self, hash: i64, key: Value) -> bool {
        let mask = self.table.len() - 1;
        let mut perturb = hash as u64;
        let mut at = hash as usize & mask;
        loop {
            let probes = if at + LINEAR_PROBES <= mask {
                LINEAR_PROBES
            } else {
                0
            };
            for index in at..=at + probes {
                let slot = &mut self.table[index];
                if slot.key.is_undefined() && !slot.dummy {
                    *slot = Slot {
                        hash,
                        key,
                        dummy: false,
                    };
                    return true;
                }
            }
            perturb >>= PERTURB_SHIFT;
            at = (at
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(perturb as usize))
                & mask;
        }
    }

    fn resize(&mut self, minimum: usize) {
        let mut size = MINIMUM;
        while size <= minimum {
            size <<= 1;
        }
        let old = std::mem::replace(
            &mut self.table,
            vec![
                Slot {
                    hash: 0,
                    key: Value::Undefined,
                    dummy: false
                };
                size
            ],
        );
        for slot in old {
            if !slot.key.is_undefined() {
                self.place(slot.hash, slot.key);
            }
        }
        self.fill = self.used;
    }
}
