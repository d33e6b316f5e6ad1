//! The next value of iterators made of others: `zip`, `map`, `filter`, `enumerate` and their like, whose parts may be generators.

use super::Vm;
use super::iterate::{Next, flow_of, then};
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Iter, IterState};
use crate::lang::{PyResult, Value, runtime_error, stop_iteration, value_error};
use std::rc::Rc;

impl Vm {
    /// `zip` and `enumerate` of iterators that need no Python code: None if this is another.
    pub(super) fn next_zipped(&mut self, iter: &Rc<Iter>) -> Option<PyResult<Next>> {
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
    pub(super) fn next_composed(&mut self, iter: &Rc<Iter>) -> PyResult<Next> {
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
    pub(super) fn gather(&mut self, mut gather: Gather) -> PyResult<Next> {
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

    pub(super) fn filter(&mut self, function: Value, inner: Value) -> PyResult<Next> {
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

pub(super) fn filter_call(function: Value, inner: Value, value: Value) -> Flow {
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

pub(super) struct Gather {
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
