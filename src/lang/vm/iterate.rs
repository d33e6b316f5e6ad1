//! Iteration.

use std::rc::Rc;

use super::Vm;
use super::ask::Question;
use crate::lang::native::{CallArgs, Continuation, Flow};
use crate::lang::objects::{Iter, IterState, ViewKind};
use crate::lang::{Exception, PyResult, Value, runtime_error, stop_iteration, type_error};

/// One step of an iterator.
pub enum Next {
    Value(Value),
    Done,
    /// Python code has to run for it: a value, or StopIteration, comes of this.
    Flow(Flow),
}

impl Vm {
    /// `iter(value)` of a built-in value; None if its class has to be asked.
    pub fn builtin_iter(&mut self, value: &Value) -> Option<Value> {
        Some(Iter::value(match value {
            Value::Iterator(_) | Value::Generator(_) => return Some(value.clone()),
            Value::List(list) => IterState::List {
                list: list.clone(),
                index: 0,
            },
            Value::Tuple(tuple) => IterState::Tuple {
                tuple: tuple.clone(),
                index: 0,
            },
            Value::Range(range) => IterState::Range {
                next: range.start,
                step: range.step,
                remaining: range.len(),
            },
            Value::Str(text) => IterState::Str {
                text: text.clone(),
                offset: 0,
            },
            Value::Bytes(_) | Value::ByteArray(_) => IterState::Bytes {
                bytes: value.clone(),
                index: 0,
            },
            Value::Dict(dict) | Value::MappingProxy(dict) => dict_iter(dict, ViewKind::Keys),
            Value::DictView(view) => dict_iter(&view.dict, view.kind),
            Value::Set(set) | Value::FrozenSet(set) => IterState::Set {
                set: set.clone(),
                slot: 0,
                size: set.len(),
            },
            _ => return None,
        }))
    }

    /// `iter(value)`. For natives; may ask.
    pub fn iter(&mut self, value: &Value) -> PyResult<Value> {
        if let Some(iterator) = self.builtin_iter(value) {
            return Ok(iterator);
        }
        let name = self.names.iter.clone();
        match self.lookup_special(value, &name) {
            Some(Value::None) => {}
            Some(method @ Value::Builtin(_)) if value.base().address() != value.address() => {
                let base = value.base().clone();
                return match self.builtin_iter(&base) {
                    Some(iterator) => Ok(iterator),
                    None => self.call(&method, CallArgs::positional([value.clone()])),
                };
            }
            Some(method) => {
                let iterator = self.call(&method, CallArgs::positional([value.clone()]))?;
                let next = self.names.next.clone();
                if !matches!(iterator, Value::Iterator(_) | Value::Generator(_))
                    && self.lookup_special(&iterator, &next).is_none()
                {
                    return Err(type_error(format!(
                        "iter() returned non-iterator of type '{}'",
                        self.type_name(&iterator)
                    )));
                }
                return Ok(iterator);
            }
            None => {
                if let Value::Instance(instance) = value {
                    if let Some(base) = instance.base_value() {
                        let base = base.clone();
                        if let Some(iterator) = self.builtin_iter(&base) {
                            return Ok(iterator);
                        }
                    }
                    let name = self.names.getitem.clone();
                    if self.lookup_special(value, &name).is_some() {
                        return Ok(Iter::value(IterState::Sequence {
                            object: value.clone(),
                            index: 0,
                            reversed: false,
                        }));
                    }
                }
            }
        }
        Err(type_error(format!(
            "'{}' object is not iterable",
            self.type_name(value)
        )))
    }

    /// All items of an iterable.
    pub fn items_of(&mut self, value: &Value) -> PyResult<Vec<Value>> {
        self.first_items_of(value, usize::MAX)
    }

    /// Its first items: an iterator is asked for no more than so many, a container gives all that it has.
    pub fn first_items_of(&mut self, value: &Value, most: usize) -> PyResult<Vec<Value>> {
        match value {
            Value::List(list) => return Ok(list.to_vec()),
            Value::Tuple(tuple) => return Ok(tuple.to_vec()),
            Value::Dict(dict) => return Ok(dict.keys()),
            Value::Set(set) | Value::FrozenSet(set) => return Ok(set.to_vec()),
            _ => {}
        }
        let told = self.next_answer;
        let iterator = self.iter(value)?;
        // One that Python code gave is the same when a native is run again, and empty by then.
        let is_given = iterator.is(value) || self.next_answer > told;
        if let Some(items) = self.drained_before(&iterator) {
            return Ok(items);
        }
        if self.is_native_iterator(&iterator) {
            let mut items = Vec::new();
            while items.len() < most {
                match self.next(&iterator)? {
                    Next::Value(value) => items.push(value),
                    Next::Done => break,
                    Next::Flow(_) => return Err(runtime_error("an iterator changed its nature")),
                }
                if items.len() % 1024 == 0 {
                    self.charge(16 * 1024)?;
                    self.spend(1024)?;
                }
            }
            if is_given {
                self.keep_drained(&iterator, &items);
            }
            return Ok(items);
        }
        match self.ask(|| Question::Drain { iterator, most })? {
            Value::List(list) => Ok(list.to_vec()),
            other => self.items_of(&other),
        }
    }

    /// Whether no Python code has to run for the iterator's values.
    pub fn is_native_iterator(&self, iterator: &Value) -> bool {
        self.is_native_within(iterator, 50)
    }

    /// Those that stand in each other deeper than this are asked one by one.
    fn is_native_within(&self, iterator: &Value, depth: u32) -> bool {
        let Value::Iterator(iter) = iterator else {
            return false;
        };
        if depth == 0 {
            return false;
        }
        let Ok(state) = iter.state.try_borrow() else {
            return false;
        };
        match &*state {
            IterState::Enumerate { inner, .. } => self.is_native_within(inner, depth - 1),
            IterState::Zip { inners, .. } => {
                let mut inners = inners.iter();
                inners.all(|inner| self.is_native_within(inner, depth - 1))
            }
            IterState::Map { .. }
            | IterState::Filter { .. }
            | IterState::Call { .. }
            | IterState::Sequence { .. } => false,
            _ => true,
        }
    }

    /// The next value of any iterator.
    pub fn next(&mut self, iterator: &Value) -> PyResult<Next> {
        match iterator {
            Value::Iterator(iter) => self.next_of(iter),
            Value::Generator(_) => Ok(Next::Flow(Flow::Next {
                iterator: iterator.clone(),
            })),
            _ => {
                let name = self.names.next.clone();
                match self.lookup_special(iterator, &name) {
                    Some(method) => Ok(Next::Flow(Flow::TailCall {
                        callee: method,
                        args: CallArgs::positional([iterator.clone()]),
                    })),
                    None => Err(type_error(format!(
                        "'{}' object is not an iterator",
                        self.type_name(iterator)
                    ))),
                }
            }
        }
    }

    fn next_of(&mut self, iter: &Rc<Iter>) -> PyResult<Next> {
        let mut state = iter.state.borrow_mut();
        let value = match &mut *state {
            IterState::Done => None,
            IterState::List { list, index } => {
                let value = list.get(*index);
                *index += 1;
                value
            }
            IterState::ListReversed { list, index } => match index.checked_sub(1) {
                Some(at) => {
                    *index = at;
                    list.get(at)
                }
                None => None,
            },
            IterState::Tuple { tuple, index } => {
                let value = tuple.get(*index).cloned();
                *index += 1;
                value
            }
            IterState::Range {
                next,
                step,
                remaining,
            } => (*remaining > 0).then(|| {
                let value = *next;
                *next = next.wrapping_add(*step);
                *remaining -= 1;
                Value::Int(value)
            }),
            IterState::Str { text, offset } => text.as_str()[*offset..].chars().next().map(|c| {
                let value = Value::Str(character(c));
                *offset += c.len_utf8();
                value
            }),
            IterState::Bytes { bytes, index } => {
                let byte = match bytes {
                    Value::Bytes(bytes) => bytes.get(*index).copied(),
                    Value::ByteArray(bytes) => bytes.bytes.borrow().get(*index).copied(),
                    _ => None,
                };
                *index += 1;
                byte.map(|byte| Value::Int(i64::from(byte)))
            }
            IterState::Dict {
                dict,
                kind,
                slot,
                size,
                reversed,
                version,
            } => {
                let map = dict.map.borrow();
                if map.len() != *size {
                    return Err(runtime_error("dictionary changed size during iteration"));
                }
                // Keys may come and go as long as their number stays; but then their order is not what it was.
                if map.keys_version != *version {
                    *version = map.keys_version;
                    if *slot >= map.slots().len() && !*reversed {
                        return Err(runtime_error("dictionary keys changed during iteration"));
                    }
                }
                let slots = map.slots();
                let found = if *reversed {
                    (0..*slot).rev().find(|&at| !slots[at].key.is_undefined())
                } else {
                    (*slot..slots.len()).find(|&at| !slots[at].key.is_undefined())
                };
                found.map(|at| {
                    *slot = if *reversed { at } else { at + 1 };
                    let entry = &slots[at];
                    match kind {
                        ViewKind::Keys => entry.key.clone(),
                        ViewKind::Values => entry.value.clone(),
                        ViewKind::Items => Value::tuple([entry.key.clone(), entry.value.clone()]),
                    }
                })
            }
            IterState::Set { set, slot, size } => {
                let map = set.map.borrow();
                if map.len() != *size {
                    return Err(runtime_error("Set changed size during iteration"));
                }
                map.next_from(*slot).map(|(next, key)| {
                    *slot = next;
                    key.clone()
                })
            }
            IterState::Native { iterator, .. } => iterator.next(self)?,
            IterState::Enumerate { .. }
            | IterState::Zip { .. }
            | IterState::Map { .. }
            | IterState::Filter { .. }
            | IterState::Call { .. }
            | IterState::Sequence { .. } => {
                drop(state);
                return self.nested("", |vm| vm.next_composed(iter));
            }
        };
        match value {
            Some(value) => Ok(Next::Value(value)),
            None => {
                *state = IterState::Done;
                Ok(Next::Done)
            }
        }
    }
}

/// A step of an iterator as the flow of a native: its end is StopIteration.
pub fn flow_of(next: Next) -> PyResult<Flow> {
    match next {
        Next::Value(value) => Ok(Flow::Value(value)),
        Next::Done => Err(stop_iteration()),
        Next::Flow(flow) => Ok(flow),
    }
}

/// Goes on after a flow.
pub fn then(
    flow: Flow,
    rest: impl FnOnce(&mut Vm, Result<Value, Exception>) -> PyResult<Flow> + 'static,
) -> Flow {
    Flow::Then {
        first: Box::new(flow),
        then: Box::new(rest) as Box<dyn Continuation>,
    }
}

fn dict_iter(dict: &Rc<crate::lang::objects::Dict>, kind: ViewKind) -> IterState {
    let map = dict.map.borrow();
    IterState::Dict {
        dict: dict.clone(),
        kind,
        slot: 0,
        version: map.keys_version,
        size: map.len(),
        reversed: false,
    }
}

/// A text of one character; the ASCII ones are shared.
pub fn character(c: char) -> Rc<crate::lang::objects::Str> {
    crate::lang::objects::intern(c.encode_utf8(&mut [0; 4]))
}
