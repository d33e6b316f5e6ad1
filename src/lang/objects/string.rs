//! Text: UTF-8 with its hash and its length in characters remembered.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;

/// A Python `str`. Indexing is by character; plain ASCII text is indexed in constant time.
pub struct Str {
    text: Box<str>,
    hash: Cell<i64>,
    chars: Cell<u32>,
    interned: Cell<bool>,
}

const UNKNOWN: u32 = u32::MAX;

impl Str {
    pub fn new(text: impl Into<Box<str>>) -> Str {
        Str {
            text: text.into(),
            hash: Cell::new(0),
            chars: Cell::new(UNKNOWN),
            interned: Cell::new(false),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Number of characters: what `len()` says.
    pub fn char_count(&self) -> usize {
        if self.chars.get() == UNKNOWN {
            self.chars.set(self.text.chars().count() as u32);
        }
        self.chars.get() as usize
    }

    pub fn is_ascii(&self) -> bool {
        self.char_count() == self.text.len()
    }

    /// The character at `index`, as text.
    pub fn char_at(&self, index: usize) -> Option<&str> {
        if self.is_ascii() {
            self.text.get(index..index + 1)
        } else {
            let (at, found) = self.text.char_indices().nth(index)?;
            self.text.get(at..at + found.len_utf8())
        }
    }

    /// Byte offset of the character at `index`; the text's length for an index at or beyond the end.
    pub fn byte_offset(&self, index: usize) -> usize {
        if self.is_ascii() {
            index.min(self.text.len())
        } else {
            self.text
                .char_indices()
                .nth(index)
                .map_or(self.text.len(), |(at, _)| at)
        }
    }

    /// `text[start:stop]` in characters; both already within bounds.
    pub fn char_slice(&self, start: usize, stop: usize) -> &str {
        let (from, to) = (self.byte_offset(start), self.byte_offset(stop));
        self.text.get(from..to.max(from)).unwrap_or("")
    }

    /// Whether it is the one object for its text.
    pub fn is_interned(&self) -> bool {
        self.interned.get()
    }

    /// Never 0 once computed, so 0 means "not yet".
    #[inline]
    pub fn hash(&self) -> i64 {
        let known = self.hash.get();
        if known != 0 {
            known
        } else {
            self.compute_hash()
        }
    }

    #[cold]
    fn compute_hash(&self) -> i64 {
        let hash = hash_bytes(self.text.as_bytes());
        self.hash.set(hash);
        hash
    }

    /// Equal texts that are both interned are the same object.
    #[inline]
    pub fn same(a: &Rc<Str>, b: &Rc<Str>) -> bool {
        Rc::ptr_eq(a, b)
            || (!(a.interned.get() && b.interned.get()) && a.hash() == b.hash() && a.text == b.text)
    }
}

/// A hash of bytes that is the same in every run: programs replay exactly. Never 0 and never -1, as in CPython.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    let mut hash: u64 = 0x51_7c_c1_b7_27_22_0a_95 ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let word = u64::from_le_bytes(chunk.try_into().unwrap_or([0; 8]));
        hash = (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    for &byte in chunks.remainder() {
        hash = (hash.rotate_left(5) ^ u64::from(byte)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    hash ^= hash >> 32;
    match hash as i64 {
        0 | -1 => -2,
        hash => hash,
    }
}

thread_local! {
    static INTERNED: RefCell<HashMap<Box<str>, Rc<Str>>> = RefCell::new(HashMap::new());
}

/// The one shared object for a name: comparing two interned names compares two pointers.
pub fn intern(text: &str) -> Rc<Str> {
    INTERNED.with_borrow_mut(|table| {
        if let Some(known) = table.get(text) {
            return known.clone();
        }
        let new = Rc::new(Str::new(text));
        new.interned.set(true);
        new.hash();
        table.insert(text.into(), new.clone());
        new
    })
}

impl Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl std::fmt::Display for Str {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.text)
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        self.text == other.text
    }
}
