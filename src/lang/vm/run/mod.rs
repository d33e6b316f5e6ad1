//! The loop that runs bytecode.
//!
//! It stays one function though it is long: one jump decides over each op, and what the ops share (code, position, frame)
//! stays in registers between them. What is not run often is in [`rare`], out of its way.

mod build;
mod cached;
mod calls;
mod raising;
mod rare;

use smallvec::SmallVec;

use super::{Control, OnReturn, Operation, Stop, Vm};
use crate::lang::code::{BinaryOp, Body, Code, CompareOp, Op, UnaryOp};
use crate::lang::objects::{IterState, any_orphan};
use crate::lang::vm::drive::Driven;
use crate::lang::vm::iterate::Next;
use crate::lang::vm::quick::{
    cached_attribute, quick_binary, quick_compare, quick_subscript, unbound_local,
};
use crate::lang::{PyResult, Value};

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
            let body: &Body = code;
            let base = frame.base as usize;
            let mut at = frame.at as usize;
            if self.stepping.fuel < 0 && !TRACED {
                return Stop::Slice;
            }
            if any_orphan() {
                match self.close_orphan() {
                    Some(Driven::Stop(stop)) => return stop,
                    _ => continue 'reload,
                }
            }
            loop {
                if TRACED && let Some(stop) = self.trace_op(code, at) {
                    return stop;
                }
                debug_assert!(at < body.ops.len());
                // SAFETY: every path of compiled code ends in a return, a raise or a jump, and targets are within it.
                let op = unsafe { *body.ops.get_unchecked(at) };
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
                        if any_orphan() {
                            self.save(at);
                            continue 'reload;
                        }
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
                            &body.constants[right as usize],
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
                    Op::Const(index) => self.stack.push(body.constants[index as usize].clone()),
                    Op::None => self.stack.push(Value::None),
                    Op::Pop => {
                        let value = self.pop();
                        drop(value);
                        if any_orphan() {
                            self.save(at);
                            continue 'reload;
                        }
                    }
                    Op::LoadGlobal { name, cache } => {
                        if !self.load_global(body, name, cache) {
                            let exception = self.undefined_name(&body.names[name as usize]);
                            return_on_error!(self, at, Err(exception), 'reload);
                        }
                    }
                    Op::LoadFastAttr { local, name, cache } => {
                        let value = self.local(base, local as usize);
                        if let Some(found) = cached_attribute(
                            value,
                            &body.names[name as usize],
                            &body.caches[cache as usize],
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
                            &body.names[name as usize],
                            &body.caches[cache as usize],
                        );
                        step!(self, at, 'reload, self.operate(at, Operation::GetAttr(body.names[name as usize].clone()), [value], OnReturn::Push));
                    }
                    Op::LoadAttr { name, cache } => {
                        let value = self.top();
                        if let Some(found) = cached_attribute(
                            value,
                            &body.names[name as usize],
                            &body.caches[cache as usize],
                        ) {
                            let old = std::mem::replace(self.top_mut(), found);
                            drop(old);
                            continue;
                        }
                        let value = self.pop();
                        self.fill_cache(
                            &value,
                            &body.names[name as usize],
                            &body.caches[cache as usize],
                        );
                        step!(self, at, 'reload, self.operate(at, Operation::GetAttr(body.names[name as usize].clone()), [value], OnReturn::Push));
                    }
                    Op::LoadMethod { name, cache } => {
                        if self
                            .load_method(&body.names[name as usize], &body.caches[cache as usize])
                        {
                            continue;
                        }
                        let value = self.pop();
                        self.stack.push(Value::Undefined);
                        step!(self, at, 'reload, self.operate(at, Operation::GetAttr(body.names[name as usize].clone()), [value], OnReturn::Push));
                    }
                    Op::StoreAttr { name, cache } => {
                        let (object, value) = {
                            let object = self.pop();
                            (object, self.pop())
                        };
                        if TRACED {
                            self.observe_assign(&body.names[name as usize], &value);
                        }
                        match self.store_cached(
                            object,
                            value,
                            &body.names[name as usize],
                            &body.caches[cache as usize],
                        ) {
                            None => {}
                            Some((object, value)) => {
                                let operation =
                                    Operation::SetAttr(body.names[name as usize].clone());
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
                        let b = &body.constants[right as usize];
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
                        let b = &body.constants[right as usize];
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
                        if self.stepping.fuel < 0 || self.holds_too_much() {
                            self.save(at);
                            return Stop::Slice;
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
                                Some(value) => match body.ops[at] {
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
        Ok(crate::lang::vm::iterate::then(flow, |vm, value| {
            vm.attempt(Operation::Truth, SmallVec::from_iter([value?]))
        }))
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
}
