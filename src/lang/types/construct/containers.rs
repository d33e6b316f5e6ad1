//! `list(...)`, `tuple(...)`, `dict(...)`, `set(...)`, `frozenset(...)`: `__new__`, and `__init__` of those that change.

use super::class_of;
use crate::lang::objects::Set;
use crate::lang::types::define::{Def, method, static_method};
use crate::lang::{PyResult, Value, Vm, type_error};
use std::rc::Rc;

/// A container of a built-in class, filled; for a subclass an instance that `__init__` will fill.
pub(super) fn container(
    vm: &mut Vm,
    args: &[Value],
    make: fn(&mut Vm, &[Value]) -> PyResult<Value>,
    empty: Value,
) -> PyResult<Value> {
    let class = class_of(&args[0])?.clone();
    if class.is_python {
        return Ok(vm.new_value(&class, empty));
    }
    make(vm, args)
}

pub(super) fn positional(args: &Value, most: usize, name: &str) -> PyResult<Option<Value>> {
    match args {
        Value::Tuple(items) if items.len() > most => Err(type_error(format!(
            "{name} expected at most {most} argument{}, got {}",
            if most == 1 { "" } else { "s" },
            items.len()
        ))),
        Value::Tuple(items) => Ok(items.first().cloned()),
        _ => Ok(None),
    }
}

pub const LIST: &[Def] = &[
    static_method("__new__", "(cls, /, *args, **kwargs)", |vm, args| {
        container(
            vm,
            args,
            |vm, args| {
                if matches!(&args[2], Value::Dict(named) if !named.is_empty()) {
                    return Err(type_error("list() takes no keyword arguments"));
                }
                Ok(Value::list(match positional(&args[1], 1, "list")? {
                    Some(iterable) => vm.items_of(&iterable)?,
                    None => Vec::new(),
                }))
            },
            Value::list(Vec::new()),
        )
    }),
    method("__init__", "(self, iterable=(), /)", |vm, args| {
        let items = vm.items_of(&args[1])?;
        if let Value::List(list) = args[0].base() {
            let old = list.items.replace(items);
            drop(old);
        }
        Ok(Value::None)
    }),
];

pub const TUPLE: &[Def] = &[static_method(
    "__new__",
    "(cls, iterable=(), /)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        if let (Value::Tuple(_), false) = (&args[1], class.is_python) {
            return Ok(args[1].clone());
        }
        let items = vm.items_of(&args[1])?;
        Ok(vm.new_value(&class, Value::tuple(items)))
    },
)];

pub const DICT: &[Def] = &[
    static_method("__new__", "(cls, /, *args, **kwargs)", |vm, args| {
        container(
            vm,
            args,
            |vm, args| {
                let dict = Rc::default();
                if let Some(source) = positional(&args[1], 1, "dict")? {
                    let pairs = crate::lang::types::dict::pairs_of(vm, &source)?;
                    crate::lang::types::dict::fill(vm, &dict, pairs)?;
                }
                if let Value::Dict(named) = &args[2] {
                    crate::lang::types::dict::fill(vm, &dict, named.pairs())?;
                }
                Ok(Value::Dict(dict))
            },
            Value::Dict(Rc::default()),
        )
    }),
    method("__init__", "(self, /, *args, **kwargs)", |vm, args| {
        let Value::Dict(dict) = args[0].base() else {
            return Ok(Value::None);
        };
        let mut pairs = match positional(&args[1], 1, "dict")? {
            Some(source) => crate::lang::types::dict::pairs_of(vm, &source)?,
            None => Vec::new(),
        };
        if let Value::Dict(named) = &args[2] {
            pairs.extend(named.pairs());
        }
        crate::lang::types::dict::fill(vm, dict, pairs)?;
        Ok(Value::None)
    }),
];

pub(super) fn set_from(vm: &mut Vm, iterable: &Value) -> PyResult<Rc<Set>> {
    if let Value::Set(other) | Value::FrozenSet(other) = iterable.base() {
        let map = other.map.borrow().copied();
        return Ok(Rc::new(Set { map: map.into() }));
    }
    let items = vm.items_of(iterable)?;
    let set = Rc::new(Set::default());
    for item in items {
        vm.set_add(&set, item)?;
    }
    Ok(set)
}

pub const SET: &[Def] = &[
    static_method("__new__", "(cls, /, *args)", |vm, args| {
        container(
            vm,
            args,
            |vm, args| match positional(&args[1], 1, "set")? {
                Some(iterable) => set_from(vm, &iterable).map(Value::Set),
                None => Ok(Value::Set(Rc::default())),
            },
            Value::Set(Rc::default()),
        )
    }),
    method("__init__", "(self, iterable=(), /)", |vm, args| {
        let new = set_from(vm, &args[1])?;
        if let Value::Set(set) = args[0].base() {
            let map = std::mem::take(&mut *new.map.borrow_mut());
            let old = set.map.replace(map);
            drop(old);
        }
        Ok(Value::None)
    }),
];

pub const FROZENSET: &[Def] = &[static_method(
    "__new__",
    "(cls, iterable=(), /)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        if let (Value::FrozenSet(_), false) = (&args[1], class.is_python) {
            return Ok(args[1].clone());
        }
        let set = set_from(vm, &args[1])?;
        Ok(vm.new_value(&class, Value::FrozenSet(set)))
    },
)];
