//! The loop that runs bytecode.

use std::rc::Rc;

use smallvec::SmallVec;

use super::drive::{Driven, Outcome};
use super::iterate::Next;
use super::quick::{
    cached_attribute, cell_name, quick_binary, quick_compare, quick_convert, quick_subscript,
    unbound_cell, unbound_local,
};
use super::unwind::Unwound;
use super::{Control, OnReturn, Operation, Stop, Vm};
use crate::lang::code::{BinaryOp, Code, CompareOp, Op, UnaryOp};
use crate::lang::native::{CallArgs, NativeFn};
use crate::lang::objects::{Cell, Dict, Function, IterState, Slice, Str, intern};
use crate::lang::{Exception, PyResult, Value, type_error, value_error};

/// What an op makes of the loop.
enum Step {
    /// On to the next op.
    Next,
    /// The frame on top has changed, or its position has.
    Reload,
    Stop(Stop),
}

/// Takes a step; its exceptions are raised here.
macro_rules! step {
    ($vm:expr, $at:expr, $reload:lifetime, $step:expr) => {
        match $step {
            Ok(Step::Next) => {}
            Ok(Step::Reload) => continue $reload,
            Ok(Step::Stop(stop)) => return stop,
            Err(exception) => return_on_error!($vm, $at, Err(exception), $reload),
        }
    };
}

/// Raises an exception in the frame on top and goes on where it is handled.
macro_rules! return_on_error {
    ($vm:expr, $at:expr, $result:expr, $reload:lifetime) => {{
        $vm.save($at);
        match $vm.drive($result, OnReturn::Push) {
            Driven::Run => continue $reload,
            Driven::Stop(stop) => return stop,
        }
    }};
}

impl Vm {
    /// Runs the frame on top until the machine stops.
    ///
    /// `TRACED` looks at every op for line events; without it a program runs at full speed.
    pub(super) fn run<const TRACED: bool>(&mut self) -> Stop {
        'reload: loop {
            let Some(Control::Frame(frame)) = self.control.last() else {
                return Stop::Finished;
            };
            let code: *const Code = &*frame.function.code;
            // SAFETY: the frame on top holds its function and the function its code; both live until the frame is
            // left, and after anything that may leave or change it the loop starts again at 'reload.
            let code: &Code = unsafe { &*code };
            let base = frame.base as usize;
            let mut at = frame.at as usize;
            if self.stepping.fuel < 0 && !TRACED {
                return Stop::Slice;
            }
            loop {
                if TRACED && let Some(stop) = self.trace_op(code, at) {
                    return stop;
                }
                debug_assert!(at < code.ops.len());
                // SAFETY: every path of compiled code ends in a return, a raise or a jump, and targets are within it.
                let op = unsafe { *code.ops.get_unchecked(at) };
                at += 1;
                match op {
                    Op::LoadFast(slot) => {
                        let value = self.local(base, slot as usize);
                        let value = match value {
                            Value::Int(int) => Value::Int(*int),
                            Value::Float(float) => Value::Float(*float),
                            Value::Undefined => {
                                return_on_error!(self, at, Err(unbound_local(&code.locals[slot as usize])), 'reload)
                            }
                            value => value.clone(),
                        };
                        self.stack.push(value);
                    }
                    Op::StoreFast(slot) => {
                        let value = self.pop();
                        if TRACED {
                            self.observe_assign(&code.locals[slot as usize], &value);
                        }
                        self.set_local(base, slot as usize, value);
                    }
                    Op::InPlaceFast { op, left, right } => {
                        let (a, b) = (
                            self.local(base, left as usize),
                            self.local(base, right as usize),
                        );
                        if let Some(result) = quick_binary(op, a, b) {
                            if TRACED {
                                // The store is an op of its own for those who watch.
                                self.stack.push(result);
                            } else {
                                self.set_local(base, left as usize, result);
                                at += 1;
                            }
                            continue;
                        }
                        let (a, b) = (a.clone(), b.clone());
                        if a.is_undefined() || b.is_undefined() {
                            let slot = if a.is_undefined() {
                                left as usize
                            } else {
                                right as usize
                            };
                            return_on_error!(self, at, Err(unbound_local(&code.locals[slot])), 'reload);
                        }
                        step!(self, at, 'reload, self.operate(at, Operation::InPlace(op), [a, b], OnReturn::Push));
                    }
                    Op::InPlaceFastConst { op, left, right } => {
                        let (a, b) = (
                            self.local(base, left as usize),
                            &code.constants[right as usize],
                        );
                        if let Some(result) = quick_binary(op, a, b) {
                            if TRACED {
                                self.stack.push(result);
                            } else {
                                self.set_local(base, left as usize, result);
                                at += 1;
                            }
                            continue;
                        }
                        let (a, b) = (a.clone(), b.clone());
                        if a.is_undefined() {
                            return_on_error!(self, at, Err(unbound_local(&code.locals[left as usize])), 'reload);
                        }
                        step!(self, at, 'reload, self.operate(at, Operation::InPlace(op), [a, b], OnReturn::Push));
                    }
                    Op::Copy(depth) => {
                        let value = self.stack[self.stack.len() - depth as usize].clone();
                        self.stack.push(value);
                    }
                    Op::Swap(depth) => {
                        let top = self.stack.len() - 1;
                        self.stack.swap(top, top + 1 - depth as usize);
                    }
                    Op::ListAppend(depth) => {
                        let value = self.pop();
                        if let Value::List(list) = &self.stack[self.stack.len() - depth as usize] {
                            list.items.borrow_mut().push(value);
                        }
                    }
                    Op::UnpackSequence(2) if matches!(self.top(), Value::Tuple(pair) if pair.len() == 2) => {
                        if let Value::Tuple(pair) = self.pop() {
                            self.stack.push(pair[1].clone());
                            self.stack.push(pair[0].clone());
                        }
                    }
                    Op::Const(index) => self.stack.push(code.constants[index as usize].clone()),
                    Op::None => self.stack.push(Value::None),
                    Op::Pop => {
                        let value = self.pop();
                        drop(value);
                    }
                    Op::LoadGlobal { name, cache } => {
                        if !self.load_global(code, name, cache) {
                            let exception = self.undefined_name(&code.names[name as usize]);
                            return_on_error!(self, at, Err(exception), 'reload);
                        }
                    }
                    Op::LoadFastAttr { local, name, cache } => {
                        let value = self.local(base, local as usize);
                        if let Some(found) = cached_attribute(
                            value,
                            &code.names[name as usize],
                            &code.caches[cache as usize],
                        ) {
                            self.stack.push(found);
                            continue;
                        }
                        if value.is_undefined() {
                            return_on_error!(self, at, Err(unbound_local(&code.locals[local as usize])), 'reload);
                        }
                        let value = value.clone();
                        self.fill_cache(
                            &value,
                            &code.names[name as usize],
                            &code.caches[cache as usize],
                        );
                        step!(self, at, 'reload, self.operate(at, Operation::GetAttr(code.names[name as usize].clone()), [value], OnReturn::Push));
                    }
                    Op::LoadAttr { name, cache } => {
                        let value = self.top();
                        if let Some(found) = cached_attribute(
                            value,
                            &code.names[name as usize],
                            &code.caches[cache as usize],
                        ) {
                            let old = std::mem::replace(self.top_mut(), found);
                            drop(old);
                            continue;
                        }
                        let value = self.pop();
                        self.fill_cache(
                            &value,
                            &code.names[name as usize],
                            &code.caches[cache as usize],
                        );
                        step!(self, at, 'reload, self.operate(at, Operation::GetAttr(code.names[name as usize].clone()), [value], OnReturn::Push));
                    }
                    Op::LoadMethod { name, cache } => {
                        if self
                            .load_method(&code.names[name as usize], &code.caches[cache as usize])
                        {
                            continue;
                        }
                        let value = self.pop();
                        self.stack.push(Value::Undefined);
                        step!(self, at, 'reload, self.operate(at, Operation::GetAttr(code.names[name as usize].clone()), [value], OnReturn::Push));
                    }
                    Op::StoreAttr { name, cache } => {
                        let (object, value) = {
                            let object = self.pop();
                            (object, self.pop())
                        };
                        if TRACED {
                            self.observe_assign(&code.names[name as usize], &value);
                        }
                        match self.store_cached(
                            object,
                            value,
                            &code.names[name as usize],
                            &code.caches[cache as usize],
                        ) {
                            None => {}
                            Some((object, value)) => {
                                let operation =
                                    Operation::SetAttr(code.names[name as usize].clone());
                                step!(self, at, 'reload, self.operate(at, operation, [object, value], OnReturn::Discard));
                            }
                        }
                    }
                    Op::BinaryFast { op, left, right } => {
                        let (a, b) = (
                            self.local(base, left as usize),
                            self.local(base, right as usize),
                        );
                        if let Some(result) = quick_binary(op, a, b) {
                            self.stack.push(result);
                            continue;
                        }
                        let (a, b) = (a.clone(), b.clone());
                        if a.is_undefined() || b.is_undefined() {
                            let slot = if a.is_undefined() {
                                left as usize
                            } else {
                                right as usize
                            };
                            return_on_error!(self, at, Err(unbound_local(&code.locals[slot])), 'reload);
                        }
                        step!(self, at, 'reload, self.binary_step(at, op, a, b));
                    }
                    Op::BinaryFastConst { op, left, right } => {
                        let a = self.local(base, left as usize);
                        let b = &code.constants[right as usize];
                        if let Some(result) = quick_binary(op, a, b) {
                            self.stack.push(result);
                            continue;
                        }
                        if a.is_undefined() {
                            return_on_error!(self, at, Err(unbound_local(&code.locals[left as usize])), 'reload);
                        }
                        let (a, b) = (a.clone(), b.clone());
                        step!(self, at, 'reload, self.binary_step(at, op, a, b));
                    }
                    Op::BinaryConst { op, right } => {
                        let b = &code.constants[right as usize];
                        if let Some(result) = quick_binary(op, self.top(), b) {
                            *self.top_mut() = result;
                            continue;
                        }
                        let a = self.pop();
                        step!(self, at, 'reload, self.binary_step(at, op, a, b.clone()));
                    }
                    Op::BinaryWithFast { op, right } => {
                        let b = self.local(base, right as usize);
                        if let Some(result) = quick_binary(op, self.top(), b) {
                            *self.top_mut() = result;
                            continue;
                        }
                        if b.is_undefined() {
                            return_on_error!(self, at, Err(unbound_local(&code.locals[right as usize])), 'reload);
                        }
                        let b = b.clone();
                        let a = self.pop();
                        step!(self, at, 'reload, self.binary_step(at, op, a, b));
                    }
                    Op::Binary(op) => {
                        let b = self.pop();
                        if let Some(result) = quick_binary(op, self.top(), &b) {
                            *self.top_mut() = result;
                            continue;
                        }
                        let a = self.pop();
                        step!(self, at, 'reload, self.binary_step(at, op, a, b));
                    }
                    Op::InPlace(op) => {
                        let b = self.pop();
                        if let Some(result) = quick_binary(op, self.top(), &b) {
                            *self.top_mut() = result;
                            continue;
                        }
                        let a = self.pop();
                        step!(self, at, 'reload, self.operate(at, Operation::InPlace(op), [a, b], OnReturn::Push));
                    }
                    Op::Unary(op) => {
                        let value = self.pop();
                        match (op, &value) {
                            (UnaryOp::Negative, Value::Float(float)) => {
                                self.stack.push(Value::Float(-float))
                            }
                            (UnaryOp::Negative, Value::Int(int)) if *int != i64::MIN => {
                                self.stack.push(Value::Int(-int))
                            }
                            _ => {
                                step!(self, at, 'reload, self.operate(at, Operation::Unary(op), [value], OnReturn::Push))
                            }
                        }
                    }
                    Op::Compare(op) => {
                        let b = self.pop();
                        if let Some(result) = quick_compare(op, self.top(), &b) {
                            let old = std::mem::replace(self.top_mut(), Value::Bool(result));
                            drop(old);
                            continue;
                        }
                        let a = self.pop();
                        step!(self, at, 'reload, self.operate(at, Operation::Compare(op), [a, b], OnReturn::Push));
                    }
                    Op::CompareJump { op, target } => {
                        let b = self.pop();
                        let a = self.pop();
                        if let Some(result) = quick_compare(op, &a, &b) {
                            if !result {
                                at = target as usize;
                            }
                            continue;
                        }
                        // The comparison's result is tested by the op after it, which is this one's twin.
                        match self.compare_now(op, &a, &b) {
                            Some(Ok(true)) => {}
                            Some(Ok(false)) => at = target as usize,
                            Some(Err(exception)) => {
                                return_on_error!(self, at, Err(exception), 'reload)
                            }
                            None => {
                                let flow = self.compare_truth(op, a, b, target);
                                self.save(at);
                                match self.drive(flow, OnReturn::JumpIfFalse(target)) {
                                    Driven::Run => continue 'reload,
                                    Driven::Stop(stop) => return stop,
                                }
                            }
                        }
                    }
                    Op::Not => {
                        let value = self.pop();
                        match self.plain_truth(&value) {
                            Some(truth) => self.stack.push(Value::Bool(!truth)),
                            None => {
                                step!(self, at, 'reload, self.operate(at, Operation::Not, [value], OnReturn::Push))
                            }
                        }
                    }
                    Op::Jump(target) => at = target as usize,
                    Op::JumpBack(target) => {
                        self.stepping.fuel -= (at - target as usize) as i64;
                        at = target as usize;
                        if self.stepping.fuel < 0 {
                            self.save(at);
                            if let Some(stop) = self.out_of_fuel() {
                                return stop;
                            }
                        }
                    }
                    Op::JumpIfFalse(target) => {
                        let value = self.pop();
                        match self.plain_truth(&value) {
                            Some(true) => {}
                            Some(false) => at = target as usize,
                            None => {
                                step!(self, at, 'reload, self.operate(at, Operation::Truth, [value], OnReturn::Retry))
                            }
                        }
                    }
                    Op::JumpIfTrue(target) => {
                        let value = self.pop();
                        match self.plain_truth(&value) {
                            Some(false) => {}
                            Some(true) => at = target as usize,
                            None => {
                                step!(self, at, 'reload, self.operate(at, Operation::Truth, [value], OnReturn::Retry))
                            }
                        }
                    }
                    Op::JumpIfFalseOrPop(target) | Op::JumpIfTrueOrPop(target) => {
                        let jump_when = matches!(op, Op::JumpIfTrueOrPop(_));
                        match self.plain_truth(self.top()) {
                            Some(truth) if truth == jump_when => at = target as usize,
                            Some(_) => {
                                let value = self.pop();
                                drop(value);
                            }
                            None => {
                                let value = self.top().clone();
                                self.save(at);
                                let flow =
                                    self.attempt(Operation::Truth, SmallVec::from_iter([value]));
                                match self.drive(
                                    flow,
                                    OnReturn::JumpOrPop {
                                        when: jump_when,
                                        target,
                                    },
                                ) {
                                    Driven::Run => continue 'reload,
                                    Driven::Stop(stop) => return stop,
                                }
                            }
                        }
                    }
                    Op::GetIter => {
                        let value = self.pop();
                        match self.builtin_iter(&value) {
                            Some(iterator) => self.stack.push(iterator),
                            None => {
                                step!(self, at, 'reload, self.operate(at, Operation::Iter, [value], OnReturn::Push))
                            }
                        }
                    }
                    Op::ForIter(target) => {
                        if let Some(done) = self.quick_next() {
                            match done {
                                Some(value) => match code.ops[at] {
                                    Op::StoreFast(slot) if !TRACED => {
                                        self.set_local(base, slot as usize, value);
                                        at += 1;
                                    }
                                    _ => self.stack.push(value),
                                },
                                None => {
                                    let iterator = self.pop();
                                    drop(iterator);
                                    at = target as usize;
                                }
                            }
                            continue;
                        }
                        let iterator = self.top().clone();
                        match self.next(&iterator) {
                            Ok(Next::Value(value)) => self.stack.push(value),
                            Ok(Next::Done) => {
                                let iterator = self.pop();
                                drop(iterator);
                                at = target as usize;
                            }
                            Ok(Next::Flow(flow)) => {
                                self.save(at);
                                drop(iterator);
                                match self.drive(Ok(flow), OnReturn::ForIter(target)) {
                                    Driven::Run => continue 'reload,
                                    Driven::Stop(stop) => return stop,
                                }
                            }
                            Err(exception) => return_on_error!(self, at, Err(exception), 'reload),
                        }
                    }
                    Op::Subscript => {
                        let index = self.pop();
                        if let Some(found) = quick_subscript(self.top(), &index) {
                            let old = std::mem::replace(self.top_mut(), found);
                            drop(old);
                            continue;
                        }
                        let object = self.pop();
                        if let (Value::Dict(dict), Value::Str(name)) = (&object, &index)
                            && let Some(found) = dict.get_name(name)
                        {
                            self.stack.push(found);
                            continue;
                        }
                        if let (Value::Dict(dict), Value::Int(_) | Value::Tuple(_)) =
                            (&object, &index)
                        {
                            match self.dict_get(dict, &index) {
                                Ok(Some(found)) => {
                                    self.stack.push(found);
                                    continue;
                                }
                                Ok(None) => {}
                                Err(_) => {
                                    self.question = None;
                                    self.forget_answers();
                                }
                            }
                        }
                        step!(self, at, 'reload, self.operate(at, Operation::Subscript, [object, index], OnReturn::Push));
                    }
                    Op::StoreSubscript => {
                        let index = self.pop();
                        let object = self.pop();
                        let value = self.pop();
                        match (&object, &index) {
                            (Value::List(list), Value::Int(index)) => {
                                let mut items = list.items.borrow_mut();
                                let length = items.len() as i64;
                                let place = if *index < 0 { *index + length } else { *index };
                                if 0 <= place && place < length {
                                    let old = std::mem::replace(&mut items[place as usize], value);
                                    drop(items);
                                    drop(old);
                                    continue;
                                }
                            }
                            (Value::Dict(dict), Value::Str(name)) => {
                                dict.set_name(name, value);
                                continue;
                            }
                            (Value::Dict(dict), Value::Int(_)) => {
                                // A key that is an int may still meet one that has to be asked.
                                match self.dict_set(dict, index.clone(), value.clone()) {
                                    Ok(()) => continue,
                                    Err(_) => {
                                        self.question = None;
                                        self.forget_answers();
                                    }
                                }
                            }
                            _ => {}
                        }
                        step!(self, at, 'reload, self.operate(at, Operation::SetSubscript, [object, index, value], OnReturn::Discard));
                    }
                    Op::Call(count) => {
                        step!(self, at, 'reload, self.call_plain(at, count as usize))
                    }
                    Op::CallMethod(count) => {
                        step!(self, at, 'reload, self.call_method_op(at, count as usize))
                    }
                    Op::Return => {
                        let value = self.pop();
                        if TRACED {
                            self.observe_return(&value);
                        }
                        match self.return_value(value) {
                            Driven::Run => continue 'reload,
                            Driven::Stop(stop) => return stop,
                        }
                    }
                    other => match self.rare(code, base, at, other) {
                        Ok(Step::Next) => {}
                        Ok(Step::Reload) => continue 'reload,
                        Ok(Step::Stop(stop)) => return stop,
                        Err(exception) => return_on_error!(self, at, Err(exception), 'reload),
                    },
                }
            }
        }
    }

    #[inline(always)]
    fn local(&self, base: usize, slot: usize) -> &Value {
        debug_assert!(base + slot < self.stack.len());
        // SAFETY: a frame's locals are on the stack from when it is entered until it is left, and the compiler numbers
        // them within the code's own count.
        unsafe { self.stack.get_unchecked(base + slot) }
    }

    #[inline(always)]
    fn set_local(&mut self, base: usize, slot: usize, value: Value) {
        debug_assert!(base + slot < self.stack.len());
        // SAFETY: as in `local`.
        let place = unsafe { self.stack.get_unchecked_mut(base + slot) };
        match place {
            Value::Int(_) | Value::Float(_) | Value::Undefined | Value::Bool(_) => {
                // Nothing to drop: written over without a look.
                std::mem::forget(std::mem::replace(place, value));
            }
            place => {
                let old = std::mem::replace(place, value);
                drop(old);
            }
        }
    }

    #[inline(always)]
    fn pop(&mut self) -> Value {
        debug_assert!(!self.stack.is_empty());
        // SAFETY: the compiler counts the values on the stack: an op never pops more than were pushed.
        unsafe { self.stack.pop().unwrap_unchecked() }
    }

    #[inline(always)]
    fn top(&self) -> &Value {
        debug_assert!(!self.stack.is_empty());
        // SAFETY: as in `pop`.
        unsafe { self.stack.last().unwrap_unchecked() }
    }

    #[inline(always)]
    fn top_mut(&mut self) -> &mut Value {
        debug_assert!(!self.stack.is_empty());
        // SAFETY: as in `pop`.
        unsafe { self.stack.last_mut().unwrap_unchecked() }
    }

    /// Remembers where the frame on top stands.
    #[inline(always)]
    fn save(&mut self, at: usize) {
        if let Some(Control::Frame(frame)) = self.control.last_mut() {
            frame.at = at as u32;
        }
    }

    /// Performs an operation whose answer may need Python code.
    fn operate<const N: usize>(
        &mut self,
        at: usize,
        operation: Operation,
        args: [Value; N],
        on: OnReturn,
    ) -> PyResult<Step> {
        use crate::lang::native::Flow;
        self.save(at);
        match self.attempt(operation, SmallVec::from_iter(args)) {
            Ok(Flow::Value(value)) => {
                match on {
                    OnReturn::Push => self.stack.push(value),
                    OnReturn::Discard => {}
                    on => return Ok(self.driven(Ok(Flow::Value(value)), on)),
                }
                Ok(Step::Next)
            }
            Err(exception) => Err(exception),
            flow => Ok(self.driven(flow, on)),
        }
    }

    fn driven(&mut self, flow: PyResult<crate::lang::native::Flow>, on: OnReturn) -> Step {
        match self.drive(flow, on) {
            Driven::Run => Step::Reload,
            Driven::Stop(stop) => Step::Stop(stop),
        }
    }

    fn binary_step(&mut self, at: usize, op: BinaryOp, a: Value, b: Value) -> PyResult<Step> {
        if !matches!(a, Value::Instance(_) | Value::Class(_))
            && !matches!(b, Value::Instance(_) | Value::Class(_))
            && op != BinaryOp::Modulo
            && let Some(result) = self.builtin_binary(op, &a, &b)
        {
            match result {
                Err(exception) if exception.is_needs_python() => self.question = None,
                result => {
                    self.stack.push(result?);
                    return Ok(Step::Next);
                }
            }
        }
        self.operate(at, Operation::Binary(op), [a, b], OnReturn::Push)
    }

    /// A comparison that needs no Python code, with its truth.
    fn compare_now(&mut self, op: CompareOp, a: &Value, b: &Value) -> Option<PyResult<bool>> {
        match (a, b) {
            (Value::Instance(_) | Value::Class(_), _)
            | (_, Value::Instance(_) | Value::Class(_)) => match op {
                CompareOp::Is => Some(Ok(a.is(b))),
                CompareOp::IsNot => Some(Ok(!a.is(b))),
                _ => None,
            },
            (_, Value::Iterator(_) | Value::Generator(_))
                if matches!(op, CompareOp::In | CompareOp::NotIn) =>
            {
                None
            }
            _ => match self.compare(op, a, b) {
                Ok(value) => self.plain_truth(&value).map(Ok),
                Err(exception) if exception.is_needs_python() => {
                    self.question = None;
                    self.forget_answers();
                    None
                }
                Err(exception) => Some(Err(exception)),
            },
        }
    }

    /// A comparison and then its truth, as a flow.
    fn compare_truth(
        &mut self,
        op: CompareOp,
        a: Value,
        b: Value,
        _target: u32,
    ) -> PyResult<crate::lang::native::Flow> {
        let flow = self.attempt(Operation::Compare(op), SmallVec::from_iter([a, b]))?;
        Ok(super::iterate::then(flow, |vm, value| {
            vm.attempt(Operation::Truth, SmallVec::from_iter([value?]))
        }))
    }

    /// Pushes a global or built-in; false if there is none.
    #[inline]
    fn load_global(&mut self, code: &Code, name: u16, cache: u32) -> bool {
        let Some(Control::Frame(frame)) = self.control.last() else {
            return false;
        };
        let cache = &code.caches[cache as usize];
        let name = &code.names[name as usize];
        let globals = frame.function.globals.map.borrow();
        let version = cache.version.get();
        let map_holds = |map: &crate::lang::objects::DictMap| -> Option<Value> {
            let entry = map.entry(cache.index.get() as usize)?;
            matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, name))
                .then(|| entry.value.clone())
        };
        if version == 0 {
            if let Some(value) = map_holds(&globals) {
                self.stack.push(value);
                return true;
            }
        } else if version == globals.keys_version
            && let Some(value) = map_holds(&self.builtins.map.borrow())
        {
            self.stack.push(value);
            return true;
        }
        if let Some(index) = globals.find_name(name) {
            cache.version.set(0);
            cache.index.set(index as u32);
            let value = globals
                .entry(index)
                .map(|entry| entry.value.clone())
                .unwrap_or_default();
            self.stack.push(value);
            return true;
        }
        let builtins = self.builtins.map.borrow();
        if let Some(index) = builtins.find_name(name) {
            cache.version.set(globals.keys_version);
            cache.index.set(index as u32);
            let value = builtins
                .entry(index)
                .map(|entry| entry.value.clone())
                .unwrap_or_default();
            self.stack.push(value);
            return true;
        }
        false
    }

    /// `name 'x' is not defined`
    fn undefined_name(&self, name: &Rc<Str>) -> Exception {
        let globals = match self.control.last() {
            Some(Control::Frame(frame)) => Value::Dict(frame.function.globals.clone()),
            _ => Value::None,
        };
        Exception::new("NameError", format!("name '{name}' is not defined")).about(&globals, name)
    }

    /// Remembers what an instance's class says about a name, if that settles it.
    fn fill_cache(&mut self, value: &Value, name: &Rc<Str>, cache: &crate::lang::code::Cache) {
        let Value::Instance(instance) = value else {
            return;
        };
        let class = &instance.class;
        if class.flags.get().getattribute {
            return;
        }
        let found = self.lookup_cached(class, name);
        if found
            .as_ref()
            .is_some_and(|found| self.is_data_descriptor(found))
        {
            return;
        }
        cache.version.set(class.version());
        *cache.value.borrow_mut() = match found {
            Some(found @ (Value::Function(_) | Value::Builtin(_))) => found,
            _ => Value::Undefined,
        };
        if let Some(index) = instance
            .dict_if_any()
            .and_then(|dict| dict.map.borrow().find_name(name))
        {
            cache.index.set(index as u32);
        }
    }

    /// Pushes function and object for a method call, where no bound method need be made.
    #[inline]
    fn load_method(&mut self, name: &Rc<Str>, cache: &crate::lang::code::Cache) -> bool {
        let value = self.top();
        let version = match value {
            Value::Instance(instance) => instance.class.version(),
            Value::List(_) => self.types.list.version(),
            Value::Dict(_) => self.types.dict.version(),
            Value::Str(_) => self.types.str.version(),
            Value::Module(module) => {
                let map = module.dict.map.borrow();
                let hit = map
                    .entry(cache.index.get() as usize)
                    .filter(|entry| matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, name)));
                let found = match hit {
                    Some(entry) => Some(entry.value.clone()),
                    None => map.find_name(name).and_then(|index| {
                        cache.index.set(index as u32);
                        map.entry(index).map(|entry| entry.value.clone())
                    }),
                };
                drop(map);
                let Some(found) = found else { return false };
                let module = std::mem::replace(self.top_mut(), Value::Undefined);
                self.stack.push(found);
                drop(module);
                return true;
            }
            Value::Class(_) | Value::Super(_) => return false,
            value => self.types.of(value).version(),
        };
        if cache.version.get() == version {
            let function = cache.value.borrow();
            if !function.is_undefined() {
                let shadowed = match value {
                    Value::Instance(instance) => instance
                        .dict_if_any()
                        .is_some_and(|dict| dict.map.borrow().find_name(name).is_some()),
                    _ => false,
                };
                if !shadowed {
                    let function = function.clone();
                    let value = std::mem::replace(self.top_mut(), function);
                    self.stack.push(value);
                    return true;
                }
            }
            return false;
        }
        let value = value.clone();
        let class = self.types.of(&value).clone();
        if class.flags.get().getattribute {
            return false;
        }
        let function = match self.lookup_cached(&class, name) {
            Some(function @ Value::Function(_)) => function,
            Some(Value::Builtin(builtin)) if builtin.is_method => Value::Builtin(builtin),
            _ => return false,
        };
        cache.version.set(version);
        *cache.value.borrow_mut() = function;
        self.load_method(name, cache)
    }

    /// Sets an attribute in the instance's own dict where nothing else has a say; else gives both back.
    #[inline]
    fn store_cached(
        &mut self,
        object: Value,
        value: Value,
        name: &Rc<Str>,
        cache: &crate::lang::code::Cache,
    ) -> Option<(Value, Value)> {
        let Value::Instance(instance) = &object else {
            return Some((object, value));
        };
        let class = &instance.class;
        if cache.version.get() != class.version() {
            let plain = !class.flags.get().setattr
                && class.slots.is_none()
                && !matches!(class.layout, crate::lang::objects::Layout::Exception)
                && class.is_python
                && name.as_str() != "__class__"
                && match self.lookup_cached(class, name) {
                    Some(found) => !self.is_data_descriptor(&found),
                    None => true,
                }
                && !class
                    .ancestors
                    .iter()
                    .any(|ancestor| ancestor.slots.is_some());
            if !plain {
                return Some((object, value));
            }
            cache.version.set(class.version());
        }
        let mut map = instance.dict().map.borrow_mut();
        let at = cache.index.get() as usize;
        let hit = matches!(map.entry(at), Some(entry) if matches!(&entry.key, Value::Str(key) if Rc::ptr_eq(key, name)));
        let index = if hit { Some(at) } else { map.find_name(name) };
        let old = match index {
            Some(index) => {
                cache.index.set(index as u32);
                std::mem::replace(map.value_mut(index), value)
            }
            None => {
                let index = map.push(name.hash(), Value::Str(name.clone()), value);
                cache.index.set(index as u32);
                Value::Undefined
            }
        };
        drop(map);
        drop(old);
        None
    }

    /// The next value of a common iterator on top: None if it is another, Some(None) at its end.
    #[inline]
    fn quick_next(&mut self) -> Option<Option<Value>> {
        let Value::Iterator(iter) = self.top() else {
            return None;
        };
        let mut state = iter.state.borrow_mut();
        match &mut *state {
            IterState::Range {
                next,
                step,
                remaining,
            } => {
                if *remaining <= 0 {
                    return Some(None);
                }
                let value = *next;
                *next = next.wrapping_add(*step);
                *remaining -= 1;
                Some(Some(Value::Int(value)))
            }
            IterState::List { list, index } => {
                let value = list.items.borrow().get(*index).cloned();
                *index += 1;
                if value.is_none() {
                    *state = IterState::Done;
                }
                Some(value)
            }
            IterState::Tuple { tuple, index } => {
                let value = tuple.get(*index).cloned();
                *index += 1;
                Some(value)
            }
            IterState::Done => Some(None),
            _ => None,
        }
    }

    /// `f(a, b)`: the callee and its arguments are on the stack.
    #[inline]
    fn call_plain(&mut self, at: usize, count: usize) -> PyResult<Step> {
        let callee = self.stack.len() - count - 1;
        self.call_at(at, callee, callee, count)
    }

    /// `o.f(a, b)`: as LoadMethod left it.
    #[inline]
    fn call_method_op(&mut self, at: usize, count: usize) -> PyResult<Step> {
        let floor = self.stack.len() - count - 2;
        if self.stack[floor].is_undefined() {
            self.call_at(at, floor, floor + 1, count)
        } else {
            self.call_at(at, floor, floor, count + 1)
        }
    }

    /// Calls what is at `callee` with the `count` values above it; the result takes the place of all from `floor`.
    fn call_at(&mut self, at: usize, floor: usize, callee: usize, count: usize) -> PyResult<Step> {
        self.stepping.fuel -= 8;
        match &self.stack[callee] {
            Value::Function(function) => {
                let code = &*function.code;
                let plain = code.keyword_only == 0
                    && !code.var_positional
                    && !code.var_keyword
                    && !code.is_generator;
                if plain && count <= code.positional as usize {
                    let missing = code.positional as usize - count;
                    let enough = missing == 0 || {
                        let defaults = function.defaults.borrow();
                        missing <= defaults.len()
                    };
                    if enough {
                        self.save(at);
                        let Value::Function(function) = std::mem::take(&mut self.stack[callee])
                        else {
                            return Ok(Step::Next);
                        };
                        if missing > 0 {
                            let defaults = function.defaults.borrow();
                            self.stack
                                .extend_from_slice(&defaults[defaults.len() - missing..]);
                        }
                        self.push_plain_frame(function, callee + 1, floor, OnReturn::Push)?;
                        return Ok(Step::Reload);
                    }
                }
            }
            Value::Builtin(builtin) => {
                if let NativeFn::Plain(native) = builtin.function
                    && builtin.signature.takes_exactly(count)
                {
                    self.save(at);
                    let args = self.take_args(callee + 1, count);
                    let result = native(self, &args);
                    match result {
                        Ok(value) => {
                            self.forget_answers();
                            self.stack.truncate(floor);
                            self.stack.push(value);
                            return if self.did_op {
                                Ok(self.after_native())
                            } else {
                                Ok(Step::Next)
                            };
                        }
                        Err(exception) if exception.is_needs_python() => {
                            self.stack.truncate(floor);
                            let operation = Operation::Native(NativeFn::Plain(native));
                            let flow = self.suspend(operation, args);
                            return Ok(self.driven(flow, OnReturn::Push));
                        }
                        Err(exception) => {
                            self.forget_answers();
                            self.stack.truncate(floor);
                            return Err(exception);
                        }
                    }
                }
            }
            Value::Class(class) if !class.is_python && count == 1 => {
                let (class, argument) = (class.clone(), &self.stack[callee + 1]);
                if let Some(value) = quick_convert(&self.types, &class, argument) {
                    self.stack.truncate(floor);
                    self.stack.push(value);
                    return Ok(Step::Next);
                }
            }
            Value::Class(class) if class.is_python && class.meta.is_none() && floor == callee => {
                if let Some(step) = self.quick_instance(at, callee, count)? {
                    return Ok(step);
                }
            }
            _ => {}
        }
        self.save(at);
        let args = CallArgs {
            values: self.stack.drain(callee + 1..).collect(),
            names: None,
        };
        let function = std::mem::take(&mut self.stack[callee]);
        self.stack.truncate(floor);
        self.finish_call(function, args)
    }

    /// Moves the top values off the stack.
    #[inline]
    fn take_args(&mut self, from: usize, count: usize) -> SmallVec<[Value; 4]> {
        if count > 4 {
            return self.stack.drain(from..).collect();
        }
        debug_assert_eq!(from + count, self.stack.len());
        let mut args = SmallVec::new();
        // SAFETY: the `count` values from `from` are the top of the stack; they are moved into the inline part of
        // `args`, which has room for four, and the stack forgets them.
        unsafe {
            std::ptr::copy_nonoverlapping(self.stack.as_ptr().add(from), args.as_mut_ptr(), count);
            args.set_len(count);
            self.stack.set_len(from);
        }
        args
    }

    fn finish_call(&mut self, function: Value, args: CallArgs) -> PyResult<Step> {
        match self.start_call(function, args, &OnReturn::Push)? {
            None => Ok(Step::Reload),
            Some(crate::lang::native::Flow::Value(value)) => {
                self.stack.push(value);
                if self.did_op {
                    Ok(self.after_native())
                } else {
                    Ok(Step::Next)
                }
            }
            Some(flow) => Ok(self.driven(Ok(flow), OnReturn::Push)),
        }
    }

    /// A native did an op on tensors: a place to stop for those who step by ops.
    fn after_native(&mut self) -> Step {
        self.did_op = false;
        if self.stepping.stops_at_ops() {
            Step::Stop(Stop::Op)
        } else {
            Step::Next
        }
    }

    /// `Class(a, b)` of a plain Python class with a plain `__init__`: the object takes the place of the class on the
    /// stack, right below the arguments.
    fn quick_instance(&mut self, at: usize, callee: usize, count: usize) -> PyResult<Option<Step>> {
        let Value::Class(class) = &self.stack[callee] else {
            return Ok(None);
        };
        let class = class.clone();
        let Some(function) = self.plain_constructor(&class) else {
            return Ok(None);
        };
        let code = &*function.code;
        let plain = code.keyword_only == 0
            && !code.var_positional
            && !code.var_keyword
            && !code.is_generator;
        if !plain || count + 1 != code.positional as usize {
            return Ok(None);
        }
        self.save(at);
        let object = Value::Instance(crate::lang::objects::Instance::new(
            class,
            crate::lang::objects::Payload::None,
        ));
        self.stack[callee] = object.clone();
        self.push_plain_frame(function, callee, callee, OnReturn::Instead(object))?;
        Ok(Some(Step::Reload))
    }

    /// The Python `__init__` of a class whose `__new__` is object's, remembered until the class changes.
    #[inline]
    fn plain_constructor(&self, class: &Rc<crate::lang::objects::Class>) -> Option<Rc<Function>> {
        {
            let known = class.constructor.borrow();
            if known.0 == class.version() {
                return known.1.clone();
            }
        }
        let found = self.find_plain_constructor(class);
        *class.constructor.borrow_mut() = (class.version(), found.clone());
        found
    }

    fn find_plain_constructor(
        &self,
        class: &Rc<crate::lang::objects::Class>,
    ) -> Option<Rc<Function>> {
        if class.layout != crate::lang::objects::Layout::Object
            || !class.abstract_names.borrow().is_empty()
        {
            return None;
        }
        let is_object_new = match self.lookup_cached(class, &self.names.new) {
            Some(Value::StaticMethod(wrapper)) => {
                matches!(&wrapper.function, Value::Builtin(builtin) if builtin.owner.as_ref().is_some_and(|owner| owner.as_str() == "object"))
            }
            _ => false,
        };
        match self.lookup_cached(class, &self.names.init) {
            Some(Value::Function(function)) if is_object_new => Some(function),
            _ => None,
        }
    }

    #[inline]
    fn push_plain_frame(
        &mut self,
        function: Rc<Function>,
        base: usize,
        floor: usize,
        on: OnReturn,
    ) -> PyResult<()> {
        if self.depth >= self.budgets.recursion {
            self.stack.truncate(floor);
            return Err(Exception::new(
                "RecursionError",
                "maximum recursion depth exceeded",
            ));
        }
        let code = &*function.code;
        let locals = code.locals.len();
        for _ in self.stack.len()..base + locals {
            self.stack.push(Value::Undefined);
        }
        if !code.cells.is_empty() || !function.closure.is_empty() {
            self.push_cells(&function, base);
        }
        self.depth += 1;
        self.control.push(Control::Frame(super::Frame {
            function,
            at: 0,
            base: base as u32,
            floor: floor as u32,
            on_return: on,
            handling: Value::Undefined,
            namespace: None,
            generator: None,
            previous: u32::MAX,
        }));
        Ok(())
    }

    /// Leaves the frame on top with a value.
    #[inline]
    fn return_value(&mut self, value: Value) -> Driven {
        let Some(Control::Frame(frame)) = self.control.pop() else {
            return Driven::Stop(Stop::Finished);
        };
        self.depth -= 1;
        self.stack.truncate(frame.floor as usize);
        if let Some(generator) = frame.generator {
            *generator.state.borrow_mut() = crate::lang::objects::GeneratorState::Done;
            return self.leave(Outcome::Exhausted(value), frame.on_return);
        }
        match frame.on_return {
            OnReturn::Push => {
                self.stack.push(value);
                Driven::Run
            }
            OnReturn::Instead(object) if value.is_none() => {
                self.stack.push(object);
                Driven::Run
            }
            on => self.leave(Outcome::Value(value), on),
        }
    }

    /// The ops that are not worth a place in the loop.
    #[inline(never)]
    fn rare(&mut self, code: &Code, base: usize, at: usize, op: Op) -> PyResult<Step> {
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
        Ok(Step::Next)
    }

    fn cell(&self, base: usize, slot: u32) -> Rc<Cell> {
        match &self.stack[base + slot as usize] {
            Value::Cell(cell) => cell.clone(),
            _ => Rc::default(),
        }
    }

    pub(super) fn namespace(&self) -> Option<Rc<Dict>> {
        match self.control.last() {
            Some(Control::Frame(frame)) => frame.namespace.clone(),
            _ => None,
        }
    }

    pub(super) fn globals(&self) -> Option<Rc<Dict>> {
        match self.control.last() {
            Some(Control::Frame(frame)) => Some(frame.function.globals.clone()),
            _ => None,
        }
    }

    fn call_named(
        &mut self,
        code: &Code,
        at: usize,
        floor: usize,
        callee: usize,
        names: u16,
    ) -> PyResult<Step> {
        let names = code.call_names[names as usize].clone();
        self.stepping.fuel -= 8;
        self.save(at);
        let args = CallArgs {
            values: self.stack.drain(callee + 1..).collect(),
            names: Some(names),
        };
        let function = std::mem::take(&mut self.stack[callee]);
        self.stack.truncate(floor);
        self.finish_call(function, args)
    }

    fn make_function(&mut self, bits: u32) {
        let Value::Code(code) = self.pop() else {
            return;
        };
        let closure = if bits & 8 != 0 {
            match self.pop() {
                Value::Tuple(cells) => cells
                    .iter()
                    .filter_map(|cell| {
                        if let Value::Cell(cell) = cell {
                            Some(cell.clone())
                        } else {
                            None
                        }
                    })
                    .collect(),
                _ => Vec::new(),
            }
        } else {
            Vec::new()
        };
        let annotations = if bits & 4 != 0 {
            self.pop()
        } else {
            Value::None
        };
        let keyword_defaults = match if bits & 2 != 0 {
            self.pop()
        } else {
            Value::None
        } {
            Value::Dict(dict) => dict
                .pairs()
                .into_iter()
                .filter_map(|(key, value)| Some((intern(key.as_str()?), value)))
                .collect(),
            _ => Vec::new(),
        };
        let defaults = match if bits & 1 != 0 {
            self.pop()
        } else {
            Value::None
        } {
            Value::Tuple(items) => items.to_vec(),
            _ => Vec::new(),
        };
        let globals = self.globals().unwrap_or_default();
        self.stack.push(Value::Function(Rc::new(Function {
            name: code.name.clone().into(),
            qualname: code.qualname.clone().into(),
            doc: code.doc.clone().into(),
            code,
            globals,
            defaults: defaults.into(),
            keyword_defaults: keyword_defaults.into(),
            closure,
            annotations: annotations.into(),
            dict: None.into(),
        })));
    }

    /// Pops a sequence; pushes its items, the first on top.
    fn unpack(&mut self, at: usize, before: usize, after: Option<usize>) -> PyResult<Step> {
        let value = self.pop();
        let items: Vec<Value> = match &value {
            Value::Tuple(tuple) => {
                if after.is_none() && tuple.len() == before {
                    self.stack.extend(tuple.iter().rev().cloned());
                    return Ok(Step::Next);
                }
                tuple.to_vec()
            }
            Value::List(list) => list.to_vec(),
            _ => return self.operate(at, Operation::Items, [value], OnReturn::Retry),
        };
        match after {
            None if items.len() == before => self.stack.extend(items.into_iter().rev()),
            None if items.len() < before => {
                return Err(value_error(format!(
                    "not enough values to unpack (expected {before}, got {})",
                    items.len()
                )));
            }
            None => {
                return Err(value_error(format!(
                    "too many values to unpack (expected {before})"
                )));
            }
            Some(after) => {
                if items.len() < before + after {
                    return Err(value_error(format!(
                        "not enough values to unpack (expected at least {}, got {})",
                        before + after,
                        items.len()
                    )));
                }
                let middle = items[before..items.len() - after].to_vec();
                self.stack
                    .extend(items[items.len() - after..].iter().rev().cloned());
                self.stack.push(Value::list(middle));
                self.stack.extend(items[..before].iter().rev().cloned());
            }
        }
        Ok(Step::Next)
    }

    fn raise_op(&mut self, at: usize, count: u32) -> PyResult<Step> {
        self.save(at);
        if count == 0 {
            let Some(Value::Instance(instance)) = self.handled().cloned() else {
                return Err(Exception::new(
                    "RuntimeError",
                    "No active exception to reraise",
                ));
            };
            return Ok(self.raise_again(instance));
        }
        let cause = (count == 2).then(|| self.pop());
        let value = self.pop();
        if let Value::Class(_) = value {
            let Some(cause) = cause else {
                // The class is called first, and the op runs again with its instance.
                return self.operate(at, Operation::Instantiate, [value], OnReturn::Retry);
            };
            let flow = self.attempt(Operation::Instantiate, SmallVec::from_iter([value]))?;
            let flow = super::iterate::then(flow, move |vm, value| {
                vm.raise_from(&value?, &cause)?;
                Ok(Value::None.into())
            });
            return Ok(self.driven(Ok(flow), OnReturn::Discard));
        }
        let instance = self.exception_to_raise(&value)?;
        if let Some(cause) = &cause {
            self.raise_from(&value, cause)?;
        }
        Err(instance.into())
    }

    /// `raise value from cause`
    fn raise_from(&mut self, value: &Value, cause: &Value) -> PyResult<()> {
        let instance = self.exception_to_raise(value)?;
        let cause = match cause {
            Value::Class(class) => Value::Instance(crate::lang::objects::Instance::exception(
                class.clone(),
                Value::tuple([]),
            )),
            cause => cause.clone(),
        };
        let is_exception =
            matches!(&cause, Value::Instance(instance) if instance.exception_state().is_some());
        if !is_exception && !cause.is_none() {
            return Err(type_error(
                "exception causes must derive from BaseException",
            ));
        }
        if let Some(state) = instance.exception_state() {
            let mut state = state.borrow_mut();
            state.cause = cause;
            state.suppress_context = true;
        }
        Err(instance.into())
    }

    /// Raises an exception that was raised here before.
    fn raise_again(&mut self, instance: Rc<crate::lang::objects::Instance>) -> Step {
        match self.unwind_instance(instance, false) {
            Unwound::Handled => Step::Reload,
            Unwound::Ended(stop) => Step::Stop(stop),
            Unwound::Left(exception, on) => match self.leave(Outcome::Raised(exception), on) {
                Driven::Run => Step::Reload,
                Driven::Stop(stop) => Step::Stop(stop),
            },
        }
    }

    /// Looks up `__enter__` and `__exit__`, and enters.
    fn before_with(&mut self, at: usize) -> PyResult<Step> {
        let manager = self.pop();
        let (enter, exit) = (self.names.enter.clone(), self.names.exit.clone());
        let lacks = |vm: &Vm, extra: &str| {
            type_error(format!(
                "'{}' object does not support the context manager protocol{extra}",
                vm.type_name(&manager)
            ))
        };
        let Some(enter) = self.lookup_special(&manager, &enter) else {
            return Err(lacks(self, ""));
        };
        let Some(exit) = self.lookup_special(&manager, &exit) else {
            return Err(lacks(self, " (missed __exit__ method)"));
        };
        let exit = Value::Method(Rc::new(crate::lang::objects::Method {
            function: exit,
            this: manager.clone(),
        }));
        self.stack.push(exit);
        self.save(at);
        self.finish_call(enter, CallArgs::positional([manager]))
    }

    /// One step of `yield from`: a value to send is on top of the iterator.
    fn yield_from(&mut self, at: usize) -> PyResult<Step> {
        use crate::lang::native::Flow;
        let sent = self.pop();
        let iterator = self.top().clone();
        self.save(at);
        let flow = match (&iterator, &sent) {
            (Value::Generator(generator), _) => Ok(Flow::Send {
                generator: generator.clone(),
                value: sent,
            }),
            (_, Value::None) => Ok(Flow::Next {
                iterator: iterator.clone(),
            }),
            _ => {
                let send = intern("send");
                self.get_attribute(&iterator, &send).map(|flow| {
                    super::iterate::then(flow, move |_, method| {
                        Ok(Flow::TailCall {
                            callee: method?,
                            args: CallArgs::positional([sent]),
                        })
                    })
                })
            }
        };
        Ok(self.driven(flow, OnReturn::YieldFrom))
    }
}
