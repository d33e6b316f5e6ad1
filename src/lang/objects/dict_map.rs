//! An insertion-ordered hash table whose callers bring hash and equality, for those may be written in Python.

use std::rc::Rc;

use super::Str;
use crate::lang::Value;

/// One key with its value. A deleted entry has an undefined key.
#[derive(Clone)]
pub struct Entry {
    pub hash: i64,
    pub key: Value,
    pub value: Value,
}

/// Entries stand in insertion order; `table` maps hashes to their positions. Up to [`SMALL`] entries are searched
/// without a table.
#[derive(Clone, Default)]
pub struct DictMap {
    entries: Vec<Entry>,
    table: Vec<u32>,
    live: u32,
    /// Changes whenever a key comes or goes, to a number that no dict has had: what caches go by.
    pub keys_version: u32,
}

const SMALL: usize = 8;
const EMPTY: u32 = u32::MAX;

impl DictMap {
    pub fn len(&self) -> usize {
        self.live as usize
    }

    pub fn is_empty(&self) -> bool {
        self.live == 0
    }

    /// Slots in insertion order, deleted ones (undefined key) among them: for iterators that survive changes.
    pub fn slots(&self) -> &[Entry] {
        &self.entries
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Value, &Value)> {
        self.entries
            .iter()
            .filter(|entry| !entry.key.is_undefined())
            .map(|entry| (&entry.key, &entry.value))
    }

    /// Position of the entry whose key has this hash and satisfies `same`.
    #[inline]
    pub fn find<E>(
        &self,
        hash: i64,
        mut same: impl FnMut(&Value) -> Result<bool, E>,
    ) -> Result<Option<usize>, E> {
        if self.table.is_empty() {
            for (index, entry) in self.entries.iter().enumerate() {
                if entry.hash == hash && !entry.key.is_undefined() && same(&entry.key)? {
                    return Ok(Some(index));
                }
            }
            return Ok(None);
        }
        let mask = self.table.len() - 1;
        let mut at = spread(hash) & mask;
        loop {
            let index = self.table[at];
            if index == EMPTY {
                return Ok(None);
            }
            let entry = &self.entries[index as usize];
            if entry.hash == hash && !entry.key.is_undefined() && same(&entry.key)? {
                return Ok(Some(index as usize));
            }
            at = (at + 1) & mask;
        }
    }

    /// Position of a text key.
    #[inline]
    pub fn find_name(&self, name: &Rc<Str>) -> Option<usize> {
        let found = self.find(name.hash(), |key| {
            Ok::<_, std::convert::Infallible>(match key {
                Value::Str(text) => Str::same(text, name),
                other => other.as_str().is_some_and(|text| text == name.as_str()),
            })
        });
        match found {
            Ok(index) => index,
        }
    }

    pub fn get_name(&self, name: &Rc<Str>) -> Option<&Value> {
        self.find_name(name).map(|index| &self.entries[index].value)
    }

    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    pub fn value_mut(&mut self, index: usize) -> &mut Value {
        &mut self.entries[index].value
    }

    /// Adds a key that is not there.
    pub fn push(&mut self, hash: i64, key: Value, value: Value) -> usize {
        let index = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.live += 1;
        self.keys_version = next_version();
        if !self.table.is_empty() && (index + 1) * 3 < self.table.len() * 2 {
            self.link(index);
        } else if index + 1 > SMALL {
            self.rebuild();
        }
        index
    }

    /// Sets a text key.
    pub fn set_name(&mut self, name: &Rc<Str>, value: Value) {
        match self.find_name(name) {
            Some(index) => self.entries[index].value = value,
            None => {
                self.push(name.hash(), Value::Str(name.clone()), value);
            }
        }
    }

    /// Takes an entry out.
    pub fn remove(&mut self, index: usize) -> (Value, Value) {
        let entry = &mut self.entries[index];
        let taken = (
            std::mem::take(&mut entry.key),
            std::mem::take(&mut entry.value),
        );
        self.live -= 1;
        self.keys_version = next_version();
        if index + 1 == self.entries.len() && self.table.is_empty() {
            self.entries.pop();
        } else if self.live == 0 {
            self.entries.clear();
            self.table.clear();
        }
        taken
    }

    pub fn remove_name(&mut self, name: &Rc<Str>) -> Option<Value> {
        self.find_name(name).map(|index| self.remove(index).1)
    }

    pub fn clear(&mut self) {
        let version = self.keys_version.wrapping_add(1);
        *self = DictMap {
            keys_version: version,
            ..DictMap::default()
        };
    }

    /// All keys and values that hold others: for the end of a dict.
    pub fn take_all(&mut self) -> Vec<Value> {
        let nested = |value: &Value| {
            matches!(
                value,
                Value::List(_)
                    | Value::Tuple(_)
                    | Value::Dict(_)
                    | Value::Instance(_)
                    | Value::Function(_)
            )
        };
        let mut taken = Vec::new();
        for entry in &mut self.entries {
            for value in [&mut entry.key, &mut entry.value] {
                if nested(value) {
                    taken.push(std::mem::take(value));
                }
            }
        }
        taken
    }

    /// The entry that came last.
    pub fn last(&self) -> Option<usize> {
        self.entries
            .iter()
            .rposition(|entry| !entry.key.is_undefined())
    }

    /// Moves an entry to the end or the front (`OrderedDict.move_to_end`).
    pub fn move_to(&mut self, index: usize, last: bool) {
        let entry = self.entries.remove(index);
        if last {
            self.entries.push(entry)
        } else {
            self.entries.insert(0, entry)
        }
        self.rebuild();
    }

    fn link(&mut self, index: usize) {
        let mask = self.table.len() - 1;
        let mut at = spread(self.entries[index].hash) & mask;
        while self.table[at] != EMPTY {
            at = (at + 1) & mask;
        }
        self.table[at] = index as u32;
    }

    /// Drops deleted entries and makes the table anew, with room to double.
    #[cold]
    fn rebuild(&mut self) {
        self.entries.retain(|entry| !entry.key.is_undefined());
        self.keys_version = next_version();
        self.table.clear();
        if self.entries.len() > SMALL {
            let size = (self.entries.len() * 3).next_power_of_two();
            self.table.resize(size, EMPTY);
            for index in 0..self.entries.len() {
                self.link(index);
            }
        }
    }
}

thread_local! {
    static VERSION: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

#[inline]
fn next_version() -> u32 {
    VERSION.with(|version| {
        version.set(version.get().wrapping_add(1).max(1));
        version.get()
    })
}

/// Small ints hash to themselves; a multiplication keeps runs of them, and multiples of powers of two, apart.
#[inline]
fn spread(hash: i64) -> usize {
    ((hash as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize
}
