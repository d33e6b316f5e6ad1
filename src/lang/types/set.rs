//! What `set` and `frozenset` can do.

use std::cell::RefCell;
use std::rc::Rc;

use super::define::{Def, method};
use crate::lang::code::BinaryOp;
use crate::lang::objects::Set;
use crate::lang::{PyResult, Value, Vm, key_error, type_error};

/// Methods that leave the set as it is: of both kinds.
pub const METHODS: &[Def] = &[
    method("copy", "(self, /)", |_, args| {
        Ok(like(&args[0], copied(&args[0])?))
    }),
    method("union", "(self, /, *others)", |vm, args| {
        let result = copied(&args[0])?;
        for items in others(vm, &args[1])? {
            add_all(vm, &result, items)?;
        }
        Ok(like(&args[0], result))
    }),
    method("intersection", "(self, /, *others)", |vm, args| {
        let mut result = like(&args[0], copied(&args[0])?);
        for items in others(vm, &args[1])? {
            let other = set_of(vm, items)?;
            result = vm.set_operation(BinaryOp::And, &result, &other)?;
        }
        Ok(result)
    }),
    method("difference", "(self, /, *others)", |vm, args| {
        let mut result = like(&args[0], copied(&args[0])?);
        for items in others(vm, &args[1])? {
            let other = set_of(vm, items)?;
            result = vm.set_operation(BinaryOp::Subtract, &result, &other)?;
        }
        Ok(result)
    }),
    method("symmetric_difference", "(self, other, /)", |vm, args| {
        let items = vm.items_of(&args[1])?;
        let other = set_of(vm, items)?;
        vm.set_operation(BinaryOp::Xor, args[0].base(), &other)
    }),
    method("issubset", "(self, other, /)", |vm, args| {
        let items = vm.items_of(&args[1])?;
        let other = set_of(vm, items)?;
        Ok(vm.is_subset(&*set(&args[0])?, &*set(&other)?)?.into())
    }),
    method("issuperset", "(self, other, /)", |vm, args| {
        let items = vm.items_of(&args[1])?;
        let other = set_of(vm, items)?;
        Ok(vm.is_subset(&*set(&other)?, &*set(&args[0])?)?.into())
    }),
    method("isdisjoint", "(self, other, /)", |vm, args| {
        for item in vm.items_of(&args[1])? {
            if vm.contains(args[0].base(), &item)? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    }),
    method("__len__", "(self, /)", |_, args| {
        Ok(set(&args[0])?.len().into())
    }),
];

/// Methods that change a `set`.
pub const CHANGING_METHODS: &[Def] = &[
    method("add", "(self, object, /)", |vm, args| {
        vm.set_add(&*set(&args[0])?, args[1].clone())?;
        Ok(Value::None)
    }),
    method("discard", "(self, object, /)", |vm, args| {
        remove(vm, args)?;
        Ok(Value::None)
    }),
    method("remove", "(self, object, /)", |vm, args| {
        if remove(vm, args)? {
            Ok(Value::None)
        } else {
            Err(key_error(args[1].clone()))
        }
    }),
    method("pop", "(self, /)", |_, args| {
        let set = set(&args[0])?;
        let mut map = set.map.borrow_mut();
        match map.first() {
            Some(at) => Ok(map.remove(at)),
            None => Err(key_error("pop from an empty set".into())),
        }
    }),
    method("clear", "(self, /)", |_, args| {
        let set = set(&args[0])?;
        let old = set.to_vec();
        set.map.borrow_mut().clear();
        drop(old);
        Ok(Value::None)
    }),
    method("update", "(self, /, *others)", |vm, args| {
        let others = others(vm, &args[1])?;
        let set = set(&args[0])?;
        for items in others {
            add_all(vm, &set, items)?;
        }
        Ok(Value::None)
    }),
    method("intersection_update", "(self, /, *others)", |vm, args| {
        let mut result = Value::Set(Rc::new(copied(&args[0])?));
        for items in others(vm, &args[1])? {
            let other = set_of(vm, items)?;
            result = vm.set_operation(BinaryOp::And, &result, &other)?;
        }
        replace(&args[0], &result)
    }),
    method("difference_update", "(self, /, *others)", |vm, args| {
        let mut result = Value::Set(Rc::new(copied(&args[0])?));
        for items in others(vm, &args[1])? {
            let other = set_of(vm, items)?;
            result = vm.set_operation(BinaryOp::Subtract, &result, &other)?;
        }
        replace(&args[0], &result)
    }),
    method(
        "symmetric_difference_update",
        "(self, other, /)",
        |vm, args| {
            let items = vm.items_of(&args[1])?;
            let other = set_of(vm, items)?;
            let result = vm.set_operation(BinaryOp::Xor, args[0].base(), &other)?;
            replace(&args[0], &result)
        },
    ),
];

fn set(value: &Value) -> PyResult<Rc<Set>> {
    match value.base() {
        Value::Set(set) | Value::FrozenSet(set) => Ok(set.clone()),
        _ => Err(type_error("descriptor requires a 'set' object")),
    }
}

fn copied(value: &Value) -> PyResult<Set> {
    Ok(Set {
        map: RefCell::new(set(value)?.map.borrow().copied()),
    })
}

/// A result of the same type as the receiver.
fn like(value: &Value, result: Set) -> Value {
    match value.base() {
        Value::FrozenSet(_) => Value::FrozenSet(Rc::new(result)),
        _ => Value::Set(Rc::new(result)),
    }
}

/// The items of each of `*others`. All questions are asked before anything is changed.
fn others(vm: &mut Vm, args: &Value) -> PyResult<Vec<Vec<Value>>> {
    match args {
        Value::Tuple(others) => others.iter().map(|other| vm.items_of(other)).collect(),
        _ => Ok(Vec::new()),
    }
}

fn add_all(vm: &mut Vm, set: &Set, items: Vec<Value>) -> PyResult<()> {
    for item in items {
        vm.set_add(set, item)?;
    }
    Ok(())
}

/// A set of these items.
pub fn set_of(vm: &mut Vm, items: Vec<Value>) -> PyResult<Value> {
    let set = Set::default();
    add_all(vm, &set, items)?;
    Ok(Value::Set(Rc::new(set)))
}

/// `set.remove(set)` looks the inner set up as a frozenset of the same elements.
fn remove(vm: &mut Vm, args: &[Value]) -> PyResult<bool> {
    let set = set(&args[0])?;
    match &args[1] {
        Value::Set(inner) => vm.set_remove(&set, &Value::FrozenSet(inner.clone())),
        item => vm.set_remove(&set, item),
    }
}

fn replace(target: &Value, result: &Value) -> PyResult<Value> {
    let map = set(result)?.map.borrow().clone();
    let set = set(target)?;
    let old = set.map.replace(map);
    drop(old);
    Ok(Value::None)
}
