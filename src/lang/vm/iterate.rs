//! Iteration.

use std::rc::Rc;

use super::Vm;
use super::ask::Question;
use crate::lang::native::{CallArgs, Continuation, Flow};
use crate::lang::objects::{Iter, IterState, ViewKind};
use crate::lang::{
    Exception, PyResult, Value, runtime_error, stop_iteration, type_error, value_error,
};

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
        match value {
            Value::List(list) => return Ok(list.to_vec()),
            Value::Tuple(tuple) => return Ok(tuple.to_vec()),
            Value::Dict(dict) => return Ok(dict.keys()),
            Value::Set(set) | Value::FrozenSet(set) => return Ok(set.to_vec()),
            _ => {}
        }
        let iterator = self.iter(value)?;
        if let Some(items) = self.drained_before(&iterator) {
            return Ok(items);
        }
        if self.is_native_iterator(&iterator) {
            let mut items = Vec::new();
            loop {
                match self.next(&iterator)? {
                    Next::Value(value) => items.push(value),
                    Next::Done => {
                        if iterator.is(value) {
                            self.keep_drained(&iterator, &items);
                        }
                        return Ok(items);
                    }
                    Next::Flow(_) => return Err(runtime_error("an iterator changed its nature")),
                }
                if items.len() % 1024 == 0 {
                    self.charge(16 * 1024)?;
                    self.spend(1024)?;
                }
            }
        }
        match self.ask(|| Question::Drain(iterator))? {
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

    /// `zip` and `enumerate` of iterators that need no Python code: None if this is another.
    fn next_zipped(&mut self, iter: &Rc<Iter>) -> Option<PyResult<Next>> {
        let mut state = iter.state.borrow_mut();
        let inners = match &mut *state {
            IterState::Zip {
                inners,
                strict: false,
            } => std::mem::take(inners),
            _ => return None,
        };
        drop(state);
        let give_back = |inners: Vec<Value>| {
            if let IterState::Zip { inners: place, .. } = &mut *iter.state.borrow_mut() {
                *place = inners;
            }
        };
        if inners.is_empty() || !inners.iter().all(|inner| self.is_native_iterator(inner)) {
            give_back(inners);
            return None;
        }
        let mut got: smallvec::SmallVec<[Value; 4]> = smallvec::SmallVec::new();
        let mut end = None;
        for inner in &inners {
            match self.next(inner) {
                Ok(Next::Value(value)) => got.push(value),
                Ok(Next::Done) => {
                    end = Some(Ok(Next::Done));
                    break;
                }
                Ok(Next::Flow(_)) => {
                    end = Some(Err(runtime_error("an iterator changed its nature")));
                    break;
                }
                Err(exception) => {
                    end = Some(Err(exception));
                    break;
                }
            }
        }
        give_back(inners);
        if let Some(end) = end {
            *iter.state.borrow_mut() = IterState::Done;
            return Some(end);
        }
        Some(Ok(Next::Value(Value::tuple(got))))
    }

    /// Iterators over iterators.
    fn next_composed(&mut self, iter: &Rc<Iter>) -> PyResult<Next> {
        if let Some(next) = self.next_zipped(iter) {
            return next;
        }
        enum Kind {
            Enumerate(Value, i64),
            Zip(Vec<Value>, bool),
            Map(Value, Vec<Value>),
            Filter(Value, Value),
            Call(Value, Value),
            Sequence(Value, i64, bool),
        }
        let kind = match &mut *iter.state.borrow_mut() {
            IterState::Enumerate { inner, count } => {
                *count += 1;
                Kind::Enumerate(inner.clone(), *count - 1)
            }
            IterState::Zip { inners, strict } => Kind::Zip(inners.clone(), *strict),
            IterState::Map { function, inners } => Kind::Map(function.clone(), inners.clone()),
            IterState::Filter { function, inner } => Kind::Filter(function.clone(), inner.clone()),
            IterState::Call { callable, sentinel } => {
                Kind::Call(callable.clone(), sentinel.clone())
            }
            IterState::Sequence {
                object,
                index,
                reversed,
            } => {
                let at = *index;
                *index += if *reversed { -1 } else { 1 };
                Kind::Sequence(object.clone(), at, *reversed)
            }
            _ => return Ok(Next::Done),
        };
        match kind {
            Kind::Enumerate(inner, count) => match self.next(&inner)? {
                Next::Value(value) => Ok(Next::Value(Value::tuple([Value::Int(count), value]))),
                Next::Done => Ok(Next::Done),
                Next::Flow(flow) => Ok(Next::Flow(then(flow, move |_, value| {
                    Ok(Value::tuple([Value::Int(count), value?]).into())
                }))),
            },
            Kind::Zip(inners, strict) => self.gather(Gather {
                inners,
                strict,
                got: Vec::new(),
                function: None,
                iter: iter.clone(),
            }),
            Kind::Map(function, inners) => self.gather(Gather {
                inners,
                strict: false,
                got: Vec::new(),
                function: Some(function),
                iter: iter.clone(),
            }),
            Kind::Filter(function, inner) => self.filter(function, inner),
            Kind::Call(callable, sentinel) => {
                let call = Flow::TailCall {
                    callee: callable,
                    args: CallArgs::default(),
                };
                let iter = iter.clone();
                Ok(Next::Flow(then(call, move |vm, value| {
                    let value = value?;
                    if vm.eq(&value, &sentinel)? {
                        *iter.state.borrow_mut() = IterState::Done;
                        return Err(stop_iteration());
                    }
                    Ok(value.into())
                })))
            }
            Kind::Sequence(object, index, reversed) => {
                if reversed && index < 0 {
                    return Ok(Next::Done);
                }
                let name = self.names.getitem.clone();
                let Some(method) = self.lookup_special(&object, &name) else {
                    return Ok(Next::Done);
                };
                let call = Flow::TailCall {
                    callee: method,
                    args: CallArgs::positional([object, Value::Int(index)]),
                };
                let iter = iter.clone();
                Ok(Next::Flow(then(call, move |_, value| match value {
                    Err(exception)
                        if exception.is("IndexError") || exception.is("StopIteration") =>
                    {
                        *iter.state.borrow_mut() = IterState::Done;
                        Err(stop_iteration())
                    }
                    value => Ok(value?.into()),
                })))
            }
        }
    }

    /// One value from each of several iterators, in order.
    fn gather(&mut self, mut gather: Gather) -> PyResult<Next> {
        if gather.inners.is_empty() {
            return Ok(Next::Done);
        }
        while gather.got.len() < gather.inners.len() {
            let inner = gather.inners[gather.got.len()].clone();
            match self.next(&inner)? {
                Next::Value(value) => gather.got.push(value),
                Next::Done => return gather.exhausted(self),
                Next::Flow(flow) => {
                    return Ok(Next::Flow(then(flow, move |vm, value| {
                        match value {
                            Ok(value) => gather.got.push(value),
                            Err(exception) if exception.is("StopIteration") => {
                                return flow_of(gather.exhausted(vm)?);
                            }
                            Err(exception) => return Err(exception),
                        }
                        flow_of(vm.gather(gather)?)
                    })));
                }
            }
        }
        Ok(match gather.function {
            None => Next::Value(Value::tuple(gather.got)),
            Some(function) => Next::Flow(Flow::TailCall {
                callee: function,
                args: CallArgs::positional(gather.got),
            }),
        })
    }

    fn filter(&mut self, function: Value, inner: Value) -> PyResult<Next> {
        loop {
            match self.next(&inner)? {
                Next::Done => return Ok(Next::Done),
                Next::Value(value) => {
                    if function.is_none() {
                        if self.truthy(&value)? {
                            return Ok(Next::Value(value));
                        }
                        continue;
                    }
                    return Ok(Next::Flow(filter_call(function, inner, value)));
                }
                Next::Flow(flow) => {
                    return Ok(Next::Flow(then(flow, move |vm, value| {
                        let value = value?;
                        if function.is_none() {
                            return if vm.truthy(&value)? {
                                Ok(value.into())
                            } else {
                                flow_of(vm.filter(function, inner)?)
                            };
                        }
                        Ok(filter_call(function, inner, value))
                    })));
                }
            }
        }
    }
}

fn filter_call(function: Value, inner: Value, value: Value) -> Flow {
    let call = Flow::TailCall {
        callee: function.clone(),
        args: CallArgs::positional([value.clone()]),
    };
    then(call, move |vm, keep| {
        let keep = keep?;
        if vm.truthy(&keep)? {
            Ok(value.into())
        } else {
            flow_of(vm.filter(function, inner)?)
        }
    })
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

struct Gather {
    inners: Vec<Value>,
    strict: bool,
    got: Vec<Value>,
    /// What `map` calls with the values.
    function: Option<Value>,
    iter: Rc<Iter>,
}

impl Gather {
    /// One iterator is at its end.
    fn exhausted(&self, vm: &mut Vm) -> PyResult<Next> {
        if self.function.is_none() || !self.got.is_empty() || self.inners.len() == 1 {
            *self.iter.state.borrow_mut() = IterState::Done;
        }
        if !self.strict {
            return Ok(Next::Done);
        }
        let at = self.got.len();
        if at > 0 {
            let others = if at == 1 {
                "argument 1".to_string()
            } else {
                format!("arguments 1-{at}")
            };
            return Err(value_error(format!(
                "zip() argument {} is shorter than {others}",
                at + 1
            )));
        }
        for (index, inner) in self.inners.iter().enumerate().skip(1) {
            if let Next::Value(_) = vm.next(inner)? {
                let others = if index == 1 {
                    "argument 1".to_string()
                } else {
                    format!("arguments 1-{index}")
                };
                return Err(value_error(format!(
                    "zip() argument {} is longer than {others}",
                    index + 1
                )));
            }
        }
        Ok(Next::Done)
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
