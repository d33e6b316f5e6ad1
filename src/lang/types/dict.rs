//! What `dict` and its views can do.

use std::rc::Rc;

use super::define::{Def, class_method, getter, method};
use crate::lang::objects::{Dict, DictView, Iter, IterState, ViewKind};
use crate::lang::{Exception, PyResult, Value, Vm, key_error, type_error, value_error};

pub const METHODS: &[Def] = &[
    method("get", "(self, key, default=None, /)", |vm, args| {
        let found = vm.dict_get(&*dict(&args[0])?, &args[1])?;
        Ok(found.unwrap_or_else(|| args[2].clone()))
    }),
    method("pop", "(self, key, default=?, /)", |vm, args| {
        match vm.dict_remove(&*dict(&args[0])?, &args[1])? {
            Some(value) => Ok(value),
            None if args[2].is_undefined() => Err(key_error(args[1].clone())),
            None => Ok(args[2].clone()),
        }
    }),
    method("popitem", "(self, /)", |_, args| {
        let dict = dict(&args[0])?;
        let mut map = dict.map.borrow_mut();
        match map.last() {
            Some(at) => {
                let (key, value) = map.remove(at);
                Ok(Value::tuple([key, value]))
            }
            None => Err(key_error("popitem(): dictionary is empty".into())),
        }
    }),
    method("setdefault", "(self, key, default=None, /)", |vm, args| {
        let dict = dict(&args[0])?;
        match vm.dict_get(&dict, &args[1])? {
            Some(value) => Ok(value),
            None => {
                vm.dict_set(&dict, args[1].clone(), args[2].clone())?;
                Ok(args[2].clone())
            }
        }
    }),
    method("update", "(self, other=?, /, **kwargs)", |vm, args| {
        let mut pairs = if args[1].is_undefined() {
            Vec::new()
        } else {
            pairs_of(vm, &args[1])?
        };
        if let Value::Dict(named) = &args[2] {
            pairs.extend(named.pairs());
        }
        fill(vm, &dict(&args[0])?, pairs)?;
        Ok(Value::None)
    }),
    method("clear", "(self, /)", |_, args| {
        let dict = dict(&args[0])?;
        let old = dict.pairs();
        dict.map.borrow_mut().clear();
        drop(old);
        Ok(Value::None)
    }),
    method("copy", "(self, /)", |vm, args| {
        let dict = dict(&args[0])?;
        vm.charge(dict.len() * 40)?;
        let copy = Dict {
            map: std::cell::RefCell::new(dict.map.borrow().clone()),
        };
        Ok(Value::Dict(Rc::new(copy)))
    }),
    class_method("fromkeys", "(cls, iterable, value=None, /)", |vm, args| {
        let keys = vm.items_of(&args[1])?;
        let dict = Rc::new(Dict::default());
        fill(
            vm,
            &dict,
            keys.into_iter().map(|key| (key, args[2].clone())).collect(),
        )?;
        Ok(Value::Dict(dict))
    }),
    method("keys", "(self, /)", |_, args| {
        view(&args[0], ViewKind::Keys)
    }),
    method("values", "(self, /)", |_, args| {
        view(&args[0], ViewKind::Values)
    }),
    method("items", "(self, /)", |_, args| {
        view(&args[0], ViewKind::Items)
    }),
    method("__reversed__", "(self, /)", |_, args| {
        Ok(reversed(&dict(&args[0])?, ViewKind::Keys))
    }),
];

/// Methods of all three views.
pub const VIEW_METHODS: &[Def] = &[
    method("__reversed__", "(self, /)", |_, args| {
        let view = dict_view(&args[0])?;
        Ok(reversed(&view.dict, view.kind))
    }),
    method("isdisjoint", "(self, other, /)", |vm, args| {
        for item in vm.items_of(&args[1])? {
            if vm.contains(&args[0], &item)? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    }),
    getter("mapping", |_, args| {
        Ok(Value::MappingProxy(dict_view(&args[0])?.dict.clone()))
    }),
];

fn dict_view(value: &Value) -> PyResult<&Rc<DictView>> {
    match value {
        Value::DictView(view) => Ok(view),
        _ => Err(type_error("descriptor requires a view of a dict")),
    }
}

fn dict(value: &Value) -> PyResult<Rc<Dict>> {
    match value.base() {
        Value::Dict(dict) | Value::MappingProxy(dict) => Ok(dict.clone()),
        _ => Err(type_error("descriptor requires a 'dict' object")),
    }
}

fn view(value: &Value, kind: ViewKind) -> PyResult<Value> {
    Ok(Value::DictView(Rc::new(DictView {
        dict: dict(value)?,
        kind,
    })))
}

fn reversed(dict: &Rc<Dict>, kind: ViewKind) -> Value {
    let map = dict.map.borrow();
    Iter::value(IterState::Dict {
        dict: dict.clone(),
        kind,
        slot: map.slots().len(),
        version: map.keys_version,
        size: map.len(),
        reversed: true,
    })
}

/// Sets all pairs.
pub fn fill(vm: &mut Vm, dict: &Rc<Dict>, pairs: Vec<(Value, Value)>) -> PyResult<()> {
    for (key, value) in pairs {
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

/// The pairs of a mapping (anything with `keys`) or of an iterable of pairs.
pub fn pairs_of(vm: &mut Vm, value: &Value) -> PyResult<Vec<(Value, Value)>> {
    if let Value::Dict(dict) | Value::MappingProxy(dict) = value {
        return Ok(dict.pairs());
    }
    if let Some(keys) = vm.getattr_opt(value, "keys")? {
        let keys = vm.call(&keys, Default::default())?;
        let mut pairs = Vec::new();
        for key in vm.items_of(&keys)? {
            let value = super::arguments::item(vm, value, &key)?;
            pairs.push((key, value));
        }
        return Ok(pairs);
    }
    let mut pairs = Vec::new();
    for (at, item) in vm.items_of(value)?.iter().enumerate() {
        let parts = match vm.items_of(item) {
            Err(exception) if exception.is("TypeError") => {
                return Err(type_error(format!(
                    "cannot convert dictionary update sequence element #{at} to a sequence"
                )));
            }
            parts => parts?,
        };
        match <[Value; 2]>::try_from(parts) {
            Ok([key, value]) => pairs.push((key, value)),
            Err(parts) => return Err(wrong_length(at, parts.len())),
        }
    }
    Ok(pairs)
}

fn wrong_length(at: usize, length: usize) -> Exception {
    value_error(format!(
        "dictionary update sequence element #{at} has length {length}; 2 is required"
    ))
}
