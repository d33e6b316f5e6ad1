//! Which name means what: every function, class, lambda and comprehension is a scope, and every name in it is a local, a
//! cell shared with inner functions, a cell of an outer function, or a global.

use super::scopes_collect::Collector;
use std::collections::HashMap;

use ruff_python_ast::Stmt;
use ruff_python_ast::visitor::Visitor;
use ruff_text_size::TextRange;

use super::SyntaxError;

/// What a name is in a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    Local,
    /// Own, but inner functions use it.
    Cell,
    /// Of an outer function.
    Free,
    /// Declared so, or found nowhere else.
    Global,
    /// By name in a class body.
    Name,
    /// In a class body: by name first, then in a cell of an outer function.
    NameOrFree,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
    Lambda,
    Comprehension,
    /// A line typed in a paused frame whose variables come as cells.
    Snippet,
}

#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Uses {
    pub(super) bound: bool,
    pub(super) param: bool,
    pub(super) used: bool,
    pub(super) global: bool,
    pub(super) nonlocal: Option<TextRange>,
}

pub struct Scope {
    pub kind: ScopeKind,
    pub(super) parent: Option<usize>,
    pub(super) uses: HashMap<String, Uses>,
    pub(super) order: Vec<String>,
    pub(super) places: HashMap<String, Place>,
    pub is_generator: bool,
    /// The class whose private names (`__x`) are meant.
    pub class_name: Option<String>,
}

/// The scopes of a text. Scope 0 is the whole.
pub struct Scopes {
    scopes: Vec<Scope>,
    by_range: HashMap<(u32, u32), usize>,
}

impl Scopes {
    /// Reads the scopes. `known` are the names that a snippet finds in the paused frame.
    pub fn of(
        body: &[Stmt],
        kind: ScopeKind,
        known: Option<&Known>,
    ) -> Result<Scopes, SyntaxError> {
        let mut collector = Collector {
            scopes: Vec::new(),
            by_range: HashMap::new(),
            current: 0,
            error: None,
        };
        collector.open(kind, None, TextRange::default());
        if let Some(known) = known {
            for name in &known.cells {
                collector.scopes[0].places.insert(name.clone(), Place::Free);
            }
        }
        collector.visit_body(body);
        if let Some(error) = collector.error {
            return Err(error);
        }
        let mut scopes = Scopes {
            scopes: collector.scopes,
            by_range: collector.by_range,
        };
        for index in 0..scopes.scopes.len() {
            scopes.resolve(index, known)?;
        }
        Ok(scopes)
    }

    pub fn get(&self, index: usize) -> &Scope {
        &self.scopes[index]
    }

    pub fn at(&self, range: TextRange) -> usize {
        self.by_range
            .get(&(range.start().to_u32(), range.end().to_u32()))
            .copied()
            .unwrap_or(0)
    }

    fn resolve(&mut self, index: usize, known: Option<&Known>) -> Result<(), SyntaxError> {
        for name in self.scopes[index].order.clone() {
            let uses = self.scopes[index].uses[&name];
            let kind = self.scopes[index].kind;
            if self.scopes[index].places.get(&name) == Some(&Place::Cell)
                || (kind == ScopeKind::Snippet && self.scopes[index].places.contains_key(&name))
            {
                continue;
            }
            let place = if uses.global {
                Place::Global
            } else if let Some(range) = uses.nonlocal {
                if !self.claim_outer(index, &name) {
                    return Err(SyntaxError::new(
                        format!("no binding for nonlocal '{name}' found"),
                        range,
                    ));
                }
                Place::Free
            } else if uses.bound || uses.param {
                match kind {
                    ScopeKind::Module => Place::Global,
                    ScopeKind::Class => Place::Name,
                    ScopeKind::Snippet if known.is_none_or(|known| known.at_module_level) => {
                        Place::Global
                    }
                    ScopeKind::Snippet => Place::Free,
                    _ => Place::Local,
                }
            } else if self.claim_outer(index, &name) {
                if kind == ScopeKind::Class {
                    Place::NameOrFree
                } else {
                    Place::Free
                }
            } else if kind == ScopeKind::Class {
                Place::Name
            } else {
                Place::Global
            };
            self.scopes[index].places.insert(name, place);
        }
        Ok(())
    }

    /// Finds a name in the functions around a scope; marks it as a cell there and as free on the way.
    fn claim_outer(&mut self, index: usize, name: &str) -> bool {
        let mut at = self.scopes[index].parent;
        let mut path = Vec::new();
        while let Some(outer) = at {
            let scope = &self.scopes[outer];
            let visible = !matches!(scope.kind, ScopeKind::Module)
                && (scope.kind != ScopeKind::Class || name == "__class__");
            if visible {
                if scope.kind == ScopeKind::Class {
                    self.scopes[outer].places.insert(name.into(), Place::Cell);
                    self.pass_through(&path, name);
                    return true;
                }
                let uses = scope.uses.get(name).copied().unwrap_or_default();
                if uses.global {
                    return false;
                }
                if scope.kind == ScopeKind::Snippet {
                    if scope.places.get(name) == Some(&Place::Free) {
                        self.pass_through(&path, name);
                        return true;
                    }
                } else if (uses.bound || uses.param) && uses.nonlocal.is_none() {
                    self.scopes[outer].places.insert(name.into(), Place::Cell);
                    self.pass_through(&path, name);
                    return true;
                }
            }
            path.push(outer);
            at = self.scopes[outer].parent;
        }
        false
    }

    fn pass_through(&mut self, path: &[usize], name: &str) {
        for &index in path {
            let scope = &mut self.scopes[index];
            if scope.kind == ScopeKind::Class {
                if !scope.places.contains_key(name) || scope.places[name] == Place::Name {
                    let bound = scope.uses.get(name).is_some_and(|uses| uses.bound);
                    // Inner functions skip the class's own name, but its code passes the cell on.
                    scope.places.entry(name.into()).or_insert(if bound {
                        Place::Name
                    } else {
                        Place::NameOrFree
                    });
                }
                scope.uses.entry(format!("{PASSED}{name}")).or_default();
                if !scope
                    .order
                    .iter()
                    .any(|known| known == &format!("{PASSED}{name}"))
                {
                    scope.order.push(format!("{PASSED}{name}"));
                    scope.places.insert(format!("{PASSED}{name}"), Place::Free);
                }
            } else if scope.places.get(name) != Some(&Place::Cell) {
                scope.places.insert(name.into(), Place::Free);
            }
        }
    }
}

/// Marks cells that a class body only hands on to its methods.
const PASSED: &str = "\0passed ";

/// What a snippet finds in the paused frame.
pub struct Known {
    /// Variables that come as cells.
    pub cells: Vec<String>,
    /// The frame's names are globals.
    pub at_module_level: bool,
}

impl Scope {
    pub fn place(&self, name: &str) -> Place {
        match self.places.get(name) {
            Some(&place) => place,
            None if self.kind == ScopeKind::Class => Place::Name,
            None => Place::Global,
        }
    }

    /// Own names that live in cells, in a stable order.
    pub fn cell_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .places
            .iter()
            .filter(|(_, place)| **place == Place::Cell)
            .map(|(name, _)| name.clone())
            .collect();
        names.sort_by_key(|name| self.order.iter().position(|known| known == name));
        names
    }

    pub fn free_names(&self) -> Vec<String> {
        let free = |place: &Place| matches!(place, Place::Free | Place::NameOrFree);
        let mut names: Vec<String> = self
            .places
            .iter()
            .filter(|(_, place)| free(place))
            .map(|(name, _)| name.strip_prefix(PASSED).unwrap_or(name).to_string())
            .collect();
        names.sort();
        names.dedup();
        names
    }

    /// Locals that are not parameters, in the order of their first appearance.
    pub fn plain_locals(&self) -> Vec<String> {
        let local = |name: &&String| {
            self.places.get(*name) == Some(&Place::Local) && !self.uses[*name].param
        };
        self.order.iter().filter(local).cloned().collect()
    }
}
