//! "Did you mean": CPython 3.11's suggestions for names that are not there (`Python/suggestions.c`).

use super::Vm;
use crate::lang::Value;
use crate::lang::objects::{Instance, Str};

const MOVE: usize = 2;
const CASE: usize = 1;
const MAX_NAMES: usize = 750;

impl Vm {
    /// `. Did you mean: 'forward'?`, or nothing.
    pub fn suggestion(&mut self, exception: &Instance) -> String {
        let Some(state) = exception.exception_state() else {
            return String::new();
        };
        let (about, traceback) = {
            let state = state.borrow();
            (state.about.clone(), state.traceback.clone())
        };
        let Some((object, name)) = about else {
            return String::new();
        };
        let is = |kind: &str| {
            self.types
                .exceptions
                .get(kind)
                .is_some_and(|class| exception.class.is_subclass_of(class))
        };
        let mut names: Vec<String> = Vec::new();
        if is("NameError") {
            if let Some(traceback) = traceback
                && let Some(innermost) = traceback.entries.borrow().first()
            {
                let code = &innermost.code;
                names.extend(
                    code.locals
                        .iter()
                        .chain(&code.free)
                        .chain(code.cells.iter().map(|cell| &cell.name))
                        .map(|name| name.to_string()),
                );
            }
            if let Value::Dict(globals) = &object {
                names.extend(
                    globals
                        .keys()
                        .iter()
                        .filter_map(|key| key.as_str().map(str::to_string)),
                );
            }
            names.extend(
                self.builtins
                    .keys()
                    .iter()
                    .filter_map(|key| key.as_str().map(str::to_string)),
            );
        } else if is("AttributeError") {
            names = self.attribute_names(&object);
        } else {
            return String::new();
        }
        match closest(&name, names) {
            Some(found) => format!(". Did you mean: '{found}'?"),
            None => String::new(),
        }
    }

    /// What `dir(object)` lists.
    pub fn attribute_names(&self, object: &Value) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut add = |dict: &crate::lang::objects::Dict| {
            names.extend(
                dict.keys()
                    .iter()
                    .filter_map(|key| key.as_str().map(str::to_string)),
            )
        };
        match object {
            Value::Module(module) => add(&module.dict),
            Value::Class(class) => {
                add(&class.dict);
                class.ancestors.iter().for_each(|class| add(&class.dict));
            }
            other => {
                if let Value::Instance(instance) = other
                    && let Some(dict) = instance.dict_if_any()
                {
                    add(dict);
                }
                if let Value::Function(function) = other
                    && let Some(dict) = &*function.dict.borrow()
                {
                    add(dict);
                }
                let class = self.types.of(other);
                add(&class.dict);
                class.ancestors.iter().for_each(|class| add(&class.dict));
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

/// The name nearest to `name`, if it is near enough.
fn closest(name: &Str, names: Vec<String>) -> Option<String> {
    if names.len() >= MAX_NAMES {
        return None;
    }
    let mut best: Option<(usize, String)> = None;
    for candidate in names {
        if candidate == name.as_str() {
            continue;
        }
        let most = (name.chars().count() + candidate.chars().count() + 3) * MOVE / 6;
        let most = best
            .as_ref()
            .map_or(most, |(distance, _)| most.min(distance - 1));
        let distance = distance(name, &candidate);
        if distance <= most && best.as_ref().is_none_or(|(least, _)| distance < *least) {
            if distance == 0 {
                continue;
            }
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name)
}

/// The Levenshtein distance, where a change of case costs half.
fn distance(a: &str, b: &str) -> usize {
    let cost = |x: char, y: char| {
        if x == y {
            0
        } else if x.eq_ignore_ascii_case(&y) {
            CASE
        } else {
            MOVE
        }
    };
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).map(|at| at * MOVE).collect();
    for (index, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = (index + 1) * MOVE;
        for (at, &y) in b.iter().enumerate() {
            let substituted = diagonal + cost(x, y);
            diagonal = row[at + 1];
            row[at + 1] = substituted.min(row[at] + MOVE).min(diagonal + MOVE);
        }
    }
    row[b.len()]
}
