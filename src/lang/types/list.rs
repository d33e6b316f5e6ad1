//! What `list` and `tuple` can do.

use std::rc::Rc;

use super::arguments::{bound, int};
use super::define::{Def, method};
use crate::lang::objects::{Iter, IterState, List};
use crate::lang::{PyResult, Value, Vm, index_error, type_error, value_error};

pub const METHODS: &[Def] = &[
    method("append", "(self, object, /)", |vm, args| {
        vm.charge(16)?;
        list(&args[0])?.items.borrow_mut().push(args[1].clone());
        Ok(Value::None)
    }),
    method("extend", "(self, iterable, /)", |vm, args| {
        let more = vm.items_of(&args[1])?;
        vm.charge(more.len() * 16)?;
        list(&args[0])?.items.borrow_mut().extend(more);
        Ok(Value::None)
    }),
    method("insert", "(self, index, object, /)", |vm, args| {
        let index = int(vm, &args[1])?;
        vm.charge(16)?;
        let mut items = list(&args[0])?.items.borrow_mut();
        let length = items.len() as i64;
        let at = if index < 0 {
            (index + length).max(0)
        } else {
            index.min(length)
        };
        items.insert(at as usize, args[2].clone());
        Ok(Value::None)
    }),
    method("pop", "(self, index=-1, /)", |vm, args| {
        let index = int(vm, &args[1])?;
        let mut items = list(&args[0])?.items.borrow_mut();
        if items.is_empty() {
            return Err(index_error("pop from empty list"));
        }
        let at = if index < 0 {
            index + items.len() as i64
        } else {
            index
        };
        match usize::try_from(at).ok().filter(|&at| at < items.len()) {
            Some(at) => Ok(items.remove(at)),
            None => Err(index_error("pop index out of range")),
        }
    }),
    method("remove", "(self, value, /)", |vm, args| {
        let list = list(&args[0])?;
        let mut at = 0;
        while let Some(item) = list.get(at) {
            if vm.eq(&item, &args[1])? {
                // The comparison may have changed the list.
                if at < list.len() {
                    let removed = list.items.borrow_mut().remove(at);
                    drop(removed);
                }
                return Ok(Value::None);
            }
            at += 1;
        }
        Err(value_error("list.remove(x): x not in list"))
    }),
    method("clear", "(self, /)", |_, args| {
        let old = std::mem::take(&mut *list(&args[0])?.items.borrow_mut());
        drop(old);
        Ok(Value::None)
    }),
    method("copy", "(self, /)", |vm, args| {
        let items = list(&args[0])?.to_vec();
        vm.charge(items.len() * 16)?;
        Ok(Value::list(items))
    }),
    method("reverse", "(self, /)", |_, args| {
        list(&args[0])?.items.borrow_mut().reverse();
        Ok(Value::None)
    }),
    method("count", "(self, value, /)", |vm, args| {
        let items = list(&args[0])?.to_vec();
        count(vm, &items, &args[1])
    }),
    method(
        "index",
        "(self, value, start=0, stop=None, /)",
        |vm, args| {
            let items = list(&args[0])?.to_vec();
            match position(vm, &items, args)? {
                Some(at) => Ok(at.into()),
                None => Err(value_error(format!(
                    "{} is not in list",
                    vm.repr(&args[1])?
                ))),
            }
        },
    ),
    method("__reversed__", "(self, /)", |_, args| {
        let Value::List(list) = args[0].base() else {
            return Err(type_error("descriptor requires a 'list' object"));
        };
        Ok(Iter::value(IterState::ListReversed {
            list: list.clone(),
            index: list.len(),
        }))
    }),
];

pub const TUPLE_METHODS: &[Def] = &[
    method("count", "(self, value, /)", |vm, args| {
        let items = tuple(&args[0])?;
        count(vm, &items, &args[1])
    }),
    method(
        "index",
        "(self, value, start=0, stop=None, /)",
        |vm, args| {
            let items = tuple(&args[0])?;
            match position(vm, &items, args)? {
                Some(at) => Ok(at.into()),
                None => Err(value_error("tuple.index(x): x not in tuple")),
            }
        },
    ),
    method("__getnewargs__", "(self, /)", |_, args| {
        Ok(Value::tuple([Value::tuple(tuple(&args[0])?)]))
    }),
];

fn list(value: &Value) -> PyResult<&Rc<List>> {
    match value.base() {
        Value::List(list) => Ok(list),
        _ => Err(type_error("descriptor requires a 'list' object")),
    }
}

fn tuple(value: &Value) -> PyResult<Vec<Value>> {
    match value.base() {
        Value::Tuple(items) => Ok(items.to_vec()),
        _ => Err(type_error("descriptor requires a 'tuple' object")),
    }
}

fn count(vm: &mut Vm, items: &[Value], value: &Value) -> PyResult<Value> {
    let mut count = 0;
    for item in items {
        count += i64::from(vm.eq(item, value)?);
    }
    Ok(Value::Int(count))
}

fn position(vm: &mut Vm, items: &[Value], args: &[Value]) -> PyResult<Option<usize>> {
    let length = items.len() as i64;
    let clip = |i: i64| if i < 0 { (i + length).max(0) } else { i.min(length) } as usize;
    let (start, stop) = (
        clip(bound(vm, &args[2])?.unwrap_or(0)),
        clip(bound(vm, &args[3])?.unwrap_or(length)),
    );
    for (at, item) in items.iter().enumerate().take(stop).skip(start) {
        if vm.eq(item, &args[1])? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}
