//! Which node comes next, and tables by node id.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use crate::autograd::node::{Kind, Node};

/// A node whose gradients are complete. The youngest op comes first, `AccumulateGrad` before all.
pub(super) struct Ready(pub(super) Rc<Node>);

impl Ready {
    fn priority(&self) -> (bool, u64) {
        (matches!(self.0.kind, Kind::Accumulate(_)), self.0.id())
    }
}
impl PartialEq for Ready {
    fn eq(&self, other: &Self) -> bool {
        self.priority() == other.priority()
    }
}
impl Eq for Ready {}
impl PartialOrd for Ready {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Ready {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.priority().cmp(&other.priority())
    }
}

/// Node ids are unlike one another already: they need no hashing.
#[derive(Default)]
pub(super) struct IdHasher(u64);
impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, id: u64) {
        self.0 = id;
    }
}
pub(super) type Map<T> = HashMap<u64, T, BuildHasherDefault<IdHasher>>;
pub(super) type Ids = HashSet<u64, BuildHasherDefault<IdHasher>>;
