//! What the modules here have, asked of the modules themselves, and what the real ones have beside it.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{Everything, names};
use crate::lang::compile::What;
use crate::lang::objects::{Class, Dict};
use crate::lang::{Library, Value, Vm};

thread_local! {
    /// The library is the same for every program: each module is looked into once.
    static PLACES: RefCell<HashMap<String, Option<Rc<Place>>>> = RefCell::default();
}

/// A module or a class.
struct Place {
    names: HashSet<String>,
    /// Modules and classes in it, by the name that they have there.
    inner: HashMap<String, Rc<Place>>,
    /// The full name: `matplotlib.pyplot` for `plt`.
    name: String,
    /// It answers for names that are not listed (`__getattr__`).
    answers: bool,
}

/// Why a program cannot have what it wants: the real thing has it and this one does not, or there is no such module.
pub fn lacks(what: &What) -> Option<String> {
    let missing = match what {
        What::Module(module) => lacks_module(module),
        What::Import(module, name) => lacks_module(module).or_else(|| lacks_name(module, name)),
        What::Attribute(place, name) => lacks_name(place, name),
    }?;
    let is_known = missing.contains('.') || names::is_public("import", &missing);
    Some(match is_known {
        true => format!("{missing} is not available in Kindling"),
        false => format!("No module named '{missing}'"),
    })
}

/// The first part of a dotted module name that cannot be imported: all of them can only be missing.
fn lacks_module(module: &str) -> Option<String> {
    let ends = module.match_indices('.').map(|(at, _)| at);
    let mut parts = ends.chain([module.len()]).map(|end| &module[..end]);
    let first = parts.find(|part| !is_module(part))?;
    match first.rsplit_once('.') {
        // A submodule that exists nowhere is a mistake, for the import to say.
        Some((parent, last)) => {
            (names::is_place(first) || names::is_public(parent, last)).then(|| first.to_string())
        }
        None => Some(first.to_string()),
    }
}

fn lacks_name(place: &str, name: &str) -> Option<String> {
    let place = find(place)?;
    let full = format!("{}.{name}", place.name);
    let is_here = place.answers || place.names.contains(name) || is_module(&full);
    (!is_here && names::is_public(&place.name, name)).then_some(full)
}

fn is_module(name: &str) -> bool {
    is_file(name) || module(name).is_some()
}

fn is_file(name: &str) -> bool {
    Everything::default().python_source(name).is_some()
}

/// The module or class at a dotted path.
fn find(path: &str) -> Option<Rc<Place>> {
    if let Some(found) = module(path) {
        return Some(found);
    }
    let (parent, last) = path.rsplit_once('.')?;
    find(parent)?.inner.get(last).cloned()
}

fn module(name: &str) -> Option<Rc<Place>> {
    if let Some(known) = PLACES.with_borrow(|places| places.get(name).cloned()) {
        return known;
    }
    // Only modules at the top are made in Rust alone.
    let place = (is_file(name) || !name.contains('.'))
        .then(|| imported(name))
        .flatten();
    PLACES.with_borrow_mut(|places| places.insert(name.to_string(), place.clone()));
    place
}

/// Imports a module on a machine of its own.
fn imported(name: &str) -> Option<Rc<Place>> {
    let mut vm = Vm::new(Rc::new(Everything::default()));
    let globals = Dict::default();
    let flow = vm.import(&globals, name, Value::None, 0);
    vm.run_flow(flow).ok()?;
    let module = vm.modules.get_str(name)?;
    Some(place_of(&vm, &module, name, true))
}

fn place_of(vm: &Vm, value: &Value, name: &str, open: bool) -> Rc<Place> {
    let names: HashSet<String> = vm.attribute_names(value).into_iter().collect();
    let mut inner = HashMap::new();
    let (full, dict) = match value {
        Value::Module(module) => (module.name.to_string(), Some(module.dict.clone())),
        _ => (name.to_string(), None),
    };
    for (key, value) in dict.iter().filter(|_| open).flat_map(|dict| dict.pairs()) {
        let Some(key) = key.as_str().filter(|key| !key.starts_with('_')) else {
            continue;
        };
        if let Value::Module(_) | Value::Class(_) = &value {
            let below = format!("{full}.{key}");
            inner.insert(key.to_string(), place_of(vm, &value, &below, false));
        }
    }
    let answers = match value {
        Value::Class(class) => answers(class),
        _ => names.contains("__getattr__"),
    };
    Rc::new(Place {
        names,
        inner,
        name: full,
        answers,
    })
}

/// Whether a class has names that no list shows.
fn answers(class: &Rc<Class>) -> bool {
    class.meta.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(place: &str, name: &str) -> Option<String> {
        lacks(&What::Attribute(place.into(), name.into()))
    }

    #[test]
    fn what_is_missing_is_told_from_what_is_mistyped() {
        assert_eq!(attribute("numpy", "zeros"), None);
        assert_eq!(attribute("numpy", "zeroes"), None);
        assert_eq!(
            attribute("numpy", "busday_count"),
            Some("numpy.busday_count is not available in Kindling".into())
        );
        assert_eq!(
            lacks(&What::Module("pandas".into())),
            Some("pandas is not available in Kindling".into())
        );
        assert_eq!(lacks(&What::Module("torch.nn.functional".into())), None);
        assert_eq!(attribute("torch.nn", "Linear"), None);
        assert_eq!(attribute("datetime.datetime", "now"), None);
    }
}
