//! The boxes of the graph: module calls and functions that are running.

use std::collections::HashMap;
use std::rc::Rc;

use super::event::Place;
use super::ids::Ids;
use crate::session::protocol::{GroupKind, Phase};

/// A module or function that was called.
#[derive(Clone, Debug)]
pub struct GroupRecord {
    pub id: u32,
    pub parent: Option<u32>,
    /// `model.0`
    pub path: Rc<str>,
    pub title: String,
    pub kind: GroupKind,
    pub place: Place,
}

/// The calls that are open now.
#[derive(Default, Debug)]
pub struct Groups {
    open: Vec<Open>,
    /// Groups below this one were opened before the segment began and are no part of its graph.
    floor: usize,
    /// How often each name was used in this segment.
    counts: HashMap<String, u32>,
    /// The counts when each phase began.
    before: Vec<(Phase, HashMap<String, u32>)>,
}

#[derive(Debug)]
struct Open {
    record: GroupRecord,
    /// Name for ids: where it stands and how many such calls came before.
    key: Rc<str>,
    /// How many frames there were when it was opened.
    depth: usize,
    told: bool,
}

impl Groups {
    pub fn begin_segment(&mut self) {
        self.floor = self.open.len();
        self.counts.clear();
        self.before.clear();
    }

    pub fn begin_phase(&mut self, phase: Phase) {
        if self.before.iter().all(|(known, _)| *known != phase) {
            self.before.push((phase, self.counts.clone()));
        }
    }

    /// A phase is done once more: its ops and calls are counted from where they were.
    pub fn again(&mut self, phase: Phase) {
        if let Some((_, counts)) = self.before.iter().find(|(known, _)| *known == phase) {
            self.counts = counts.clone();
        }
    }

    pub fn push(
        &mut self,
        ids: &mut Ids,
        path: Rc<str>,
        title: String,
        kind: GroupKind,
        place: Place,
        depth: usize,
    ) {
        let parent = self.open.get(self.floor..).and_then(<[Open]>::last);
        let name = format!(
            "{}/{kind:?} {path}",
            parent.map_or("", |parent| &*parent.key)
        );
        let count = self.counts.entry(name.clone()).or_default();
        let key = format!("{name}#{count}");
        *count += 1;
        let id = ids.of(format!("group {key}"));
        let parent = parent.map(|parent| parent.record.id);
        let record = GroupRecord {
            id,
            parent,
            path,
            title,
            kind,
            place,
        };
        self.open.push(Open {
            record,
            key: key.into(),
            depth,
            told: false,
        });
    }

    /// Closes the innermost module.
    pub fn leave_module(&mut self) {
        while let Some(open) = self.open.pop() {
            if open.record.kind == GroupKind::Module {
                break;
            }
        }
        self.floor = self.floor.min(self.open.len());
    }

    /// Closes the functions that were opened at this depth of frames or deeper.
    pub fn left_frame(&mut self, depth: usize) {
        while self
            .open
            .last()
            .is_some_and(|open| open.record.kind == GroupKind::Function && open.depth >= depth)
        {
            self.open.pop();
        }
        self.floor = self.floor.min(self.open.len());
    }

    /// The path of the innermost module.
    pub fn module_path(&self) -> Option<Rc<str>> {
        self.open
            .iter()
            .rev()
            .find(|open| open.record.kind == GroupKind::Module)
            .map(|open| open.record.path.clone())
    }

    /// The name under which the next op stands, and the group. Groups that now hold something are told to `tell`.
    pub fn innermost(&mut self, mut tell: impl FnMut(&GroupRecord)) -> (Rc<str>, Option<u32>) {
        let Some(inside) = self.open.get_mut(self.floor..) else {
            return (Rc::from(""), None);
        };
        for open in inside.iter_mut().filter(|open| !open.told) {
            open.told = true;
            tell(&open.record);
        }
        match inside.last() {
            Some(open) => (open.key.clone(), Some(open.record.id)),
            None => (Rc::from(""), None),
        }
    }

    /// How many ops of this name came before under this key.
    pub fn count(&mut self, name: String) -> u32 {
        let count = self.counts.entry(name).or_default();
        *count += 1;
        *count - 1
    }
}
