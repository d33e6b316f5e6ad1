//! `slice(...)`, `range(...)` and the iterators that are classes: `enumerate`, `zip`, `map`, `filter`, `reversed`.

use crate::lang::objects::{Iter, IterState, Range, Slice};
use crate::lang::types::define::{Def, static_method};
use crate::lang::{PyResult, Value, Vm, overflow_error, type_error, value_error};
use std::rc::Rc;

pub const SLICE: &[Def] = &[static_method(
    "__new__",
    "(cls, a, b=?, step=None, /)",
    |_, args| {
        let (start, stop) = if args[2].is_undefined() {
            (Value::None, args[1].clone())
        } else {
            (args[1].clone(), args[2].clone())
        };
        Ok(Value::Slice(Rc::new(Slice {
            start,
            stop,
            step: args[3].clone(),
        })))
    },
)];

pub const RANGE: &[Def] = &[static_method(
    "__new__",
    "(cls, a, b=?, step=1, /)",
    |vm, args| {
        let mut bound = |value: &Value| match value.base() {
            Value::BigInt(_) => Err(overflow_error(
                "range() over ints of more than 64 bits is not available in Kindling",
            )),
            _ => vm.index(value),
        };
        let (start, stop) = if args[2].is_undefined() {
            (0, bound(&args[1])?)
        } else {
            (bound(&args[1])?, bound(&args[2])?)
        };
        let step = bound(&args[3])?;
        if step == 0 {
            return Err(value_error("range() arg 3 must not be zero"));
        }
        Ok(Value::Range(Rc::new(Range { start, stop, step })))
    },
)];

pub const ENUMERATE: &[Def] = &[static_method(
    "__new__",
    "(cls, iterable, start=0)",
    |vm, args| {
        let inner = vm.iter(&args[1])?;
        let count = vm.index(&args[2])?;
        Ok(Iter::value(IterState::Enumerate { inner, count }))
    },
)];

pub(super) fn iterators(vm: &mut Vm, args: &Value, what: &str) -> PyResult<Vec<Value>> {
    let Value::Tuple(items) = args else {
        return Ok(Vec::new());
    };
    let mut iterators = Vec::new();
    for (at, item) in items.clone().iter().enumerate() {
        iterators.push(match vm.iter(item) {
            Err(exception) if exception.is("TypeError") && what == "zip" => {
                return Err(type_error(format!(
                    "zip argument #{} must support iteration",
                    at + 1
                )));
            }
            iterator => iterator?,
        });
    }
    Ok(iterators)
}

pub const ZIP: &[Def] = &[static_method(
    "__new__",
    "(cls, /, *iterables, strict=False)",
    |vm, args| {
        let inners = iterators(vm, &args[1], "zip")?;
        let strict = vm.truthy(&args[2])?;
        Ok(Iter::value(IterState::Zip { inners, strict }))
    },
)];

pub const MAP: &[Def] = &[static_method(
    "__new__",
    "(cls, function, /, *iterables)",
    |vm, args| {
        let inners = iterators(vm, &args[2], "map")?;
        if inners.is_empty() {
            return Err(type_error("map() must have at least two arguments."));
        }
        Ok(Iter::value(IterState::Map {
            function: args[1].clone(),
            inners,
        }))
    },
)];

pub const FILTER: &[Def] = &[static_method(
    "__new__",
    "(cls, function, iterable, /)",
    |vm, args| {
        let inner = vm.iter(&args[2])?;
        Ok(Iter::value(IterState::Filter {
            function: args[1].clone(),
            inner,
        }))
    },
)];

pub const REVERSED: &[Def] = &[static_method(
    "__new__",
    "(cls, sequence, /)",
    |vm, args| {
        let sequence = &args[1];
        let name = vm.names.reversed.clone();
        match sequence {
            Value::List(list) => {
                return Ok(Iter::value(IterState::ListReversed {
                    list: list.clone(),
                    index: list.len(),
                }));
            }
            Value::Tuple(items) => {
                let list = Value::list(items.to_vec());
                if let Value::List(list) = list {
                    return Ok(Iter::value(IterState::ListReversed {
                        index: list.len(),
                        list,
                    }));
                }
            }
            Value::Range(range) if !range.is_empty() => {
                let len = range.len();
                return Ok(Iter::value(IterState::Range {
                    next: range.get(len - 1),
                    step: -range.step,
                    remaining: len,
                }));
            }
            Value::Range(_) => return Ok(Iter::value(IterState::Done)),
            _ => {}
        }
        if let Some(result) = vm.special(sequence, &name, []) {
            return result;
        }
        let (len, getitem) = (vm.names.len.clone(), vm.names.getitem.clone());
        if vm.lookup_special(sequence, &getitem).is_some()
            && vm.lookup_special(sequence, &len).is_some()
            && !matches!(sequence, Value::Dict(_) | Value::Set(_))
        {
            let length = vm.len(sequence)?;
            return Ok(Iter::value(IterState::Sequence {
                object: sequence.clone(),
                index: length - 1,
                reversed: true,
            }));
        }
        Err(type_error(format!(
            "'{}' object is not reversible",
            vm.type_name(sequence)
        )))
    },
)];
