//! The ops that are not worth a place in the loop.

use std::rc::Rc;

use smallvec::SmallVec;

use super::Step;
use crate::lang::code::{Code, Op};
use crate::lang::native::CallArgs;
use crate::lang::objects::{Cell, Dict, Slice, any_orphan, intern};
use crate::lang::vm::drive::Driven;
use crate::lang::vm::quick::{cell_name, unbound_cell, unbound_local};
use crate::lang::vm::{Control, OnReturn, Operation, Vm};
use crate::lang::{PyResult, Value};

impl Vm {
    /// The ops that are not worth a place in the loop.
    #[inline(never)]
    pub(super) fn rare(&mut self, code: &Code, base: usize, at: usize, op: Op) -> PyResult<Step> {
        match op {
            Op::Nop => {}
            Op::DeleteFast(slot) => {
                let old = std::mem::take(&mut self.stack[base + slot as usize]);
                if old.is_undefined() {
                    return Err(unbound_local(&code.locals[slot as usize]));
                }
            }
            Op::LoadCell(slot) => {
                let value = self.cell(base, slot).get();
                if value.is_undefined() {
                    return Err(unbound_cell(code, slot));
                }
                self.stack.push(value);
            }
            Op::StoreCell(slot) => {
                let value = self.pop();
                if self.observer.is_some() {
                    let name = cell_name(code, slot);
                    self.observe_assign(&name, &value);
                }
                let cell = self.cell(base, slot);
                cell.set(value);
            }
            Op::DeleteCell(slot) => {
                let cell = self.cell(base, slot);
                if cell.get().is_undefined() {
                    return Err(unbound_cell(code, slot));
                }
                cell.set(Value::Undefined);
            }
            Op::PushCell(slot) => {
                let value = self.stack[base + slot as usize].clone();
                self.stack.push(value);
            }
            Op::LoadClassCell { name, slot } => {
                let name = &code.names[name as usize];
                let value = match self
                    .namespace()
                    .and_then(|namespace| namespace.get_name(name))
                {
                    Some(value) => value,
                    None => self.cell(base, slot).get(),
                };
                if value.is_undefined() {
                    return Err(unbound_cell(code, slot));
                }
                self.stack.push(value);
            }
            Op::StoreGlobal(name) => {
                let value = self.pop();
                let name = &code.names[name as usize];
                if self.observer.is_some() {
                    self.observe_assign(name, &value);
                }
                if let Some(globals) = self.globals() {
                    globals.set_name(name, value);
                }
            }
            Op::DeleteGlobal(name) => {
                let name = &code.names[name as usize];
                if self
                    .globals()
                    .and_then(|globals| globals.remove_name(name))
                    .is_none()
                {
                    return Err(self.undefined_name(name));
                }
            }
            Op::LoadName { name, cache } => {
                match self
                    .namespace()
                    .and_then(|namespace| namespace.get_name(&code.names[name as usize]))
                {
                    Some(value) => self.stack.push(value),
                    None => {
                        if !self.load_global(code, name, cache) {
                            return Err(self.undefined_name(&code.names[name as usize]));
                        }
                    }
                }
            }
            Op::StoreName(name) => {
                let value = self.pop();
                if let Some(namespace) = self.namespace() {
                    namespace.set_name(&code.names[name as usize], value);
                }
            }
            Op::DeleteName(name) => {
                let name = &code.names[name as usize];
                if self
                    .namespace()
                    .and_then(|namespace| namespace.remove_name(name))
                    .is_none()
                {
                    return Err(self.undefined_name(name));
                }
            }
            Op::DeleteAttr(name) => {
                let object = self.pop();
                return self.operate(
                    at,
                    Operation::DelAttr(code.names[name as usize].clone()),
                    [object],
                    OnReturn::Discard,
                );
            }
            Op::DeleteSubscript => {
                let index = self.pop();
                let object = self.pop();
                return self.operate(
                    at,
                    Operation::DelSubscript,
                    [object, index],
                    OnReturn::Discard,
                );
            }
            Op::UnpackSequence(count) => return self.unpack(at, count as usize, None),
            Op::UnpackStar { before, after } => {
                return self.unpack(at, before as usize, Some(after as usize));
            }
            Op::BuildTuple(count) => {
                let from = self.stack.len() - count as usize;
                let tuple = Value::tuple(self.stack.drain(from..));
                self.stack.push(tuple);
            }
            Op::BuildList(count) => {
                let items = self.stack.split_off(self.stack.len() - count as usize);
                self.stack.push(Value::list(items));
            }
            Op::BuildSet(count) => {
                let items = self.stack.split_off(self.stack.len() - count as usize);
                self.save(at);
                let flow = self.attempt(Operation::SetItems, SmallVec::from_vec(items));
                return Ok(self.driven(flow, OnReturn::Push));
            }
            Op::BuildDict(count) => {
                let items = self.stack.split_off(self.stack.len() - 2 * count as usize);
                let dict = Rc::new(Dict::default());
                let all_names = items
                    .chunks_exact(2)
                    .all(|pair| !matches!(pair[0], Value::Instance(_) | Value::Tuple(_)));
                if all_names {
                    let mut items = items.into_iter();
                    while let (Some(key), Some(value)) = (items.next(), items.next()) {
                        match key {
                            Value::Str(name) => dict.set_name(&name, value),
                            key => self.dict_set(&dict, key, value)?,
                        }
                    }
                    self.stack.push(Value::Dict(dict));
                } else {
                    self.stack.push(Value::Dict(dict.clone()));
                    let pairs = Value::list(
                        items
                            .chunks_exact(2)
                            .map(|pair| Value::tuple(pair.iter().cloned()))
                            .collect(),
                    );
                    return self.operate(
                        at,
                        Operation::DictPairs,
                        [Value::Dict(dict), pairs],
                        OnReturn::Discard,
                    );
                }
            }
            Op::BuildSlice(count) => {
                let step = if count == 3 { self.pop() } else { Value::None };
                let stop = self.pop();
                let start = self.pop();
                self.stack
                    .push(Value::Slice(Rc::new(Slice { start, stop, step })));
            }
            Op::BuildString(count) => {
                let pieces = self.stack.split_off(self.stack.len() - count as usize);
                let text: String = pieces.iter().filter_map(Value::as_str).collect();
                self.stack.push(Value::str(text));
            }
            Op::Format {
                conversion,
                has_spec,
            } => {
                let spec = if has_spec {
                    self.pop()
                } else {
                    Value::Undefined
                };
                let value = self.pop();
                if let (Value::Str(_), 0 | b's', false) = (&value, conversion, has_spec) {
                    self.stack.push(value);
                    return Ok(Step::Next);
                }
                return self.operate(
                    at,
                    Operation::Format(conversion),
                    [value, spec],
                    OnReturn::Push,
                );
            }
            Op::SetAdd(depth) => {
                let value = self.pop();
                let set = self.stack[self.stack.len() - depth as usize].clone();
                return self.operate(at, Operation::SetAdd, [set, value], OnReturn::Discard);
            }
            Op::DictAdd(depth) => {
                let value = self.pop();
                let key = self.pop();
                let dict = self.stack[self.stack.len() - depth as usize].clone();
                if let (Value::Dict(dict), Value::Str(name)) = (&dict, &key) {
                    dict.set_name(name, value);
                    return Ok(Step::Next);
                }
                return self.operate(
                    at,
                    Operation::DictAdd,
                    [dict, key, value],
                    OnReturn::Discard,
                );
            }
            Op::ListExtend(depth) => {
                let value = self.pop();
                let list = self.stack[self.stack.len() - depth as usize].clone();
                return self.operate(at, Operation::ListExtend, [list, value], OnReturn::Discard);
            }
            Op::SetUpdate(depth) => {
                let value = self.pop();
                let set = self.stack[self.stack.len() - depth as usize].clone();
                return self.operate(at, Operation::SetUpdate, [set, value], OnReturn::Discard);
            }
            Op::DictUpdate(depth) => {
                let value = self.pop();
                let dict = self.stack[self.stack.len() - depth as usize].clone();
                return self.operate(at, Operation::DictUpdate, [dict, value], OnReturn::Discard);
            }
            Op::DictMerge(depth) => {
                let value = self.pop();
                let place = self.stack.len() - depth as usize;
                let (dict, callee) = (self.stack[place].clone(), self.stack[place - 2].clone());
                return self.operate(
                    at,
                    Operation::DictMerge(callee),
                    [dict, value],
                    OnReturn::Discard,
                );
            }
            Op::ListToTuple => {
                if let Value::List(list) = self.pop() {
                    let items = std::mem::take(&mut *list.items.borrow_mut());
                    self.stack.push(Value::tuple(items));
                }
            }
            Op::CallNamed { names, count } => {
                let callee = self.stack.len() - count as usize - 1;
                return self.call_named(code, at, callee, callee, names);
            }
            Op::CallMethodNamed { names, count } => {
                let floor = self.stack.len() - count as usize - 2;
                let callee = if self.stack[floor].is_undefined() {
                    floor + 1
                } else {
                    floor
                };
                return self.call_named(code, at, floor, callee, names);
            }
            Op::CallSpread { has_names } => {
                let names = has_names.then(|| self.pop());
                let args = self.pop();
                let callee = self.pop();
                let positional = match args {
                    Value::Tuple(items) => items.to_vec(),
                    _ => Vec::new(),
                };
                let named = match names {
                    Some(Value::Dict(dict)) => dict
                        .pairs()
                        .into_iter()
                        .filter_map(|(key, value)| Some((intern(key.as_str()?), value)))
                        .collect(),
                    _ => Vec::new(),
                };
                self.save(at);
                return self.finish_call(callee, CallArgs::with_names(positional, named));
            }
            Op::MakeFunction(bits) => self.make_function(bits),
            Op::LoadBuildClass => {
                let function = self.builtins.get_str("__build_class__").unwrap_or_default();
                self.stack.push(function);
            }
            Op::ImportName(name) => {
                let names = self.pop();
                let level = match self.pop() {
                    Value::Int(level) => level,
                    _ => 0,
                };
                self.save(at);
                let Some(globals) = self.globals() else {
                    return Ok(Step::Next);
                };
                let flow = self.import(&globals, &code.names[name as usize], names, level);
                return Ok(self.driven(flow, OnReturn::Push));
            }
            Op::ImportFrom(name) => {
                self.save(at);
                let module = self.top().clone();
                let flow = self.import_from(&module, &code.names[name as usize]);
                return Ok(self.driven(flow, OnReturn::Push));
            }
            Op::ImportStar => {
                let module = self.pop();
                let into = self.namespace().or_else(|| self.globals());
                if let Some(into) = into {
                    self.import_star(&module, &into)?;
                }
            }
            Op::Raise(count) => return self.raise_op(at, count),
            Op::Reraise => {
                let exception = self.pop();
                self.save(at);
                let Value::Instance(instance) = exception else {
                    return Ok(Step::Next);
                };
                return Ok(self.raise_again(instance));
            }
            Op::PushHandled => {
                let exception = self.pop();
                if let Some(Control::Frame(frame)) = self.control.last_mut() {
                    let before = std::mem::replace(&mut frame.handling, exception.clone());
                    // An undefined value on the stack stands for "nothing was being handled".
                    self.stack.push(before);
                    self.stack.push(exception);
                }
            }
            Op::PopHandled => {
                let before = self.pop();
                if let Some(Control::Frame(frame)) = self.control.last_mut() {
                    frame.handling = before;
                }
            }
            Op::JumpIfNoMatch(target) => {
                let kind = self.pop();
                let exception = self.top().clone();
                self.save(at);
                let flow = self.attempt(Operation::Matches, SmallVec::from_iter([exception, kind]));
                return Ok(self.driven(flow, OnReturn::JumpIfFalse(target)));
            }
            Op::BeforeWith => return self.before_with(at),
            Op::WithExit => {
                let exception = self.top().clone();
                let exit = self.stack[self.stack.len() - 3].clone();
                let (class, traceback) = match &exception {
                    Value::Instance(instance) => {
                        let traceback = instance
                            .exception_state()
                            .and_then(|state| state.borrow().traceback.clone());
                        (
                            Value::Class(instance.class.clone()),
                            traceback.map_or(Value::None, Value::Traceback),
                        )
                    }
                    _ => (Value::None, Value::None),
                };
                self.save(at);
                return self.finish_call(exit, CallArgs::positional([class, exception, traceback]));
            }
            Op::LoadAssertionError => {
                let class = self.types.exceptions["AssertionError"].clone();
                self.stack.push(Value::Class(class));
            }
            Op::Yield => {
                let value = self.pop();
                self.observe_return(&value);
                self.save(at);
                let (outcome, on) = self.suspend_generator(value);
                return Ok(match self.leave(outcome, on) {
                    Driven::Run => Step::Reload,
                    Driven::Stop(stop) => Step::Stop(stop),
                });
            }
            Op::YieldFrom => return self.yield_from(at),
            Op::GetYieldFromIter => {
                let value = self.pop();
                match self.builtin_iter(&value) {
                    Some(iterator) => self.stack.push(iterator),
                    None => return self.operate(at, Operation::Iter, [value], OnReturn::Push),
                }
            }
            Op::MatchSequence => {
                let is_sequence = match self.top().base() {
                    Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
                    Value::Instance(instance) => {
                        instance.class.lookup_str("__is_sequence__").is_some()
                    }
                    _ => false,
                };
                self.stack.push(Value::Bool(is_sequence));
            }
            Op::MatchMapping => {
                let is_mapping = match self.top().base() {
                    Value::Dict(_) | Value::MappingProxy(_) => true,
                    Value::Instance(instance) => {
                        instance.class.lookup_str("__is_mapping__").is_some()
                    }
                    _ => false,
                };
                self.stack.push(Value::Bool(is_mapping));
            }
            Op::MatchKeys => {
                let keys = self.top().clone();
                let subject = self.stack[self.stack.len() - 2].clone();
                return self.operate(at, Operation::MatchKeys, [subject, keys], OnReturn::Push);
            }
            Op::MatchClass(count) => {
                let names = self.pop();
                let class = self.pop();
                let subject = self.pop();
                return self.operate(
                    at,
                    Operation::MatchClass(count),
                    [subject, class, names],
                    OnReturn::Push,
                );
            }
            Op::GetLen => {
                let value = self.top().clone();
                return self.operate(at, Operation::Len, [value], OnReturn::Push);
            }
            Op::SetupAnnotations => {
                let name = intern("__annotations__");
                let place = self.namespace().or_else(|| self.globals());
                if let Some(place) = place
                    && place.get_name(&name).is_none()
                {
                    place.set_name(&name, Value::Dict(Rc::default()));
                }
            }
            _ => {}
        }
        if any_orphan() {
            self.save(at);
            return Ok(Step::Reload);
        }
        Ok(Step::Next)
    }

    pub(super) fn cell(&self, base: usize, slot: u32) -> Rc<Cell> {
        match &self.stack[base + slot as usize] {
            Value::Cell(cell) => cell.clone(),
            _ => Rc::default(),
        }
    }

    pub(in crate::lang::vm) fn namespace(&self) -> Option<Rc<Dict>> {
        match self.control.last() {
            Some(Control::Frame(frame)) => frame.namespace.clone(),
            _ => None,
        }
    }

    pub(in crate::lang::vm) fn globals(&self) -> Option<Rc<Dict>> {
        match self.control.last() {
            Some(Control::Frame(frame)) => Some(frame.function.globals.clone()),
            _ => None,
        }
    }
}
