//! `iter`, `next`, `len`, `sorted`, `min`, `max`, `any`, `all`.

use std::rc::Rc;

use super::numbers::{call_flow, next_flow};
use crate::lang::native::{Flow, ModuleBuilder, NativeFn};
use crate::lang::objects::{Iter, IterState};
use crate::lang::vm::{Next, then};
use crate::lang::{PyResult, Value, Vm, type_error, types, value_error};

pub fn add(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function("len", "(obj, /)", |vm, args| {
            vm.len(&args[0]).map(Value::Int)
        })
        .function("iter", "(iterable, sentinel=?, /)", |vm, args| {
            if args[1].is_undefined() {
                return vm.iter(&args[0]);
            }
            Ok(Iter::value(IterState::Call {
                callable: args[0].clone(),
                sentinel: args[1].clone(),
            }))
        })
        .native("next", "(iterator, default=?, /)", NativeFn::Flow(next))
        .native(
            "sorted",
            "(iterable, /, *, key=None, reverse=False)",
            NativeFn::Flow(|vm, args| {
                let items = vm.items_of(&args[0])?;
                let reverse = vm.truthy(&args[2])?;
                types::sort::sorted(vm, items, &args[1], reverse)
            }),
        )
        .native(
            "min",
            "(*args, key=None, default=?)",
            NativeFn::Flow(|vm, args| extreme(vm, args, false)),
        )
        .native(
            "max",
            "(*args, key=None, default=?)",
            NativeFn::Flow(|vm, args| extreme(vm, args, true)),
        )
        .native(
            "any",
            "(iterable, /)",
            NativeFn::Flow(|vm, args| {
                let iterator = vm.iter(&args[0])?;
                search(vm, iterator, true)
            }),
        )
        .native(
            "all",
            "(iterable, /)",
            NativeFn::Flow(|vm, args| {
                let iterator = vm.iter(&args[0])?;
                search(vm, iterator, false)
            }),
        )
}

fn next(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    let flow = match next_flow(vm, &args[0]) {
        Err(exception) if exception.is("StopIteration") && !args[1].is_undefined() => {
            return Ok(args[1].clone().into());
        }
        flow => flow?,
    };
    if args[1].is_undefined() || matches!(flow, Flow::Value(_)) {
        return Ok(flow);
    }
    let default = args[1].clone();
    Ok(then(flow, move |_, result| match result {
        Err(exception) if exception.is("StopIteration") => Ok(default.into()),
        result => Ok(result?.into()),
    }))
}

/// The first value whose truth is `wanted` decides; no value after it is asked for.
fn search(vm: &mut Vm, iterator: Value, wanted: bool) -> PyResult<Flow> {
    loop {
        let value = match vm.next(&iterator)? {
            Next::Done => return Ok(Value::Bool(!wanted).into()),
            Next::Value(value) => value,
            Next::Flow(flow) => {
                return Ok(then(flow, move |vm, value| match value {
                    Err(exception) if exception.is("StopIteration") => {
                        Ok(Value::Bool(!wanted).into())
                    }
                    value => decide(vm, value?, iterator, wanted),
                }));
            }
        };
        match vm.plain_truth(&value) {
            Some(truth) if truth == wanted => return Ok(Value::Bool(wanted).into()),
            Some(_) => {}
            None => return decide(vm, value, iterator, wanted),
        }
    }
}

fn decide(vm: &mut Vm, value: Value, iterator: Value, wanted: bool) -> PyResult<Flow> {
    let flow = vm.attempt(
        crate::lang::vm::Operation::Truth,
        [value].into_iter().collect(),
    )?;
    let go_on = move |vm: &mut Vm, truth: Value| match truth {
        Value::Bool(truth) if truth == wanted => Ok(Value::Bool(wanted).into()),
        _ => search(vm, iterator, wanted),
    };
    match flow {
        Flow::Value(truth) => go_on(vm, truth),
        flow => Ok(then(flow, move |vm, truth| go_on(vm, truth?))),
    }
}

/// `min` and `max`: the first of equals wins.
fn extreme(vm: &mut Vm, args: &[Value], largest: bool) -> PyResult<Flow> {
    let name = if largest { "max" } else { "min" };
    let Value::Tuple(given) = &args[0] else {
        return Ok(Value::None.into());
    };
    let items = match given.len() {
        0 => {
            return Err(type_error(format!(
                "{name} expected at least 1 argument, got 0"
            )));
        }
        1 => vm.items_of(&given[0])?,
        _ if !args[2].is_undefined() => {
            return Err(type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        _ => given.to_vec(),
    };
    if items.is_empty() {
        return match &args[2] {
            Value::Undefined => Err(value_error(format!("{name}() arg is an empty sequence"))),
            default => Ok(default.clone().into()),
        };
    }
    if args[1].is_none() {
        return pick(vm, &items, &items, largest).map(Flow::Value);
    }
    let items = Rc::new(items);
    let keyed = items.clone();
    each(args[1].clone(), items, Vec::new(), move |vm, keys| {
        let items = Value::list(keyed.to_vec());
        let keys = Value::list(keys);
        // Comparing keys may ask Python code, so it is an operation of its own.
        let pick_of = if largest { pick_largest } else { pick_smallest };
        vm.attempt(
            crate::lang::vm::Operation::Native(NativeFn::Plain(pick_of)),
            [items, keys].into_iter().collect(),
        )
    })
}

fn pick_largest(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let (items, keys) = (vm.items_of(&args[0])?, vm.items_of(&args[1])?);
    pick(vm, &items, &keys, true)
}

fn pick_smallest(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let (items, keys) = (vm.items_of(&args[0])?, vm.items_of(&args[1])?);
    pick(vm, &items, &keys, false)
}

fn pick(vm: &mut Vm, items: &[Value], keys: &[Value], largest: bool) -> PyResult<Value> {
    let mut best = 0;
    for at in 1..items.len() {
        let better = if largest {
            let result = vm.compare(
                crate::lang::code::CompareOp::Greater,
                &keys[at],
                &keys[best],
            )?;
            vm.truthy(&result)?
        } else {
            vm.less(&keys[at], &keys[best])?
        };
        if better {
            best = at;
        }
    }
    Ok(items[best].clone())
}

/// Calls a function on each item, then goes on with the results.
pub fn each(
    function: Value,
    items: Rc<Vec<Value>>,
    results: Vec<Value>,
    rest: impl FnOnce(&mut Vm, Vec<Value>) -> PyResult<Flow> + 'static,
) -> PyResult<Flow> {
    let Some(item) = items.get(results.len()) else {
        return Ok(then(Flow::Value(Value::None), move |vm, _| {
            rest(vm, results)
        }));
    };
    let call = call_flow(&function, [item.clone()]);
    Ok(then(call, move |_, result| {
        let mut results = results;
        results.push(result?);
        each(function, items, results, rest)
    }))
}
