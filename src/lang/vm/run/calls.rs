//! The ops that call and return.

use std::rc::Rc;

use smallvec::SmallVec;

use super::Step;
use crate::lang::code::Code;
use crate::lang::native::{CallArgs, NativeFn};
use crate::lang::objects::Function;
use crate::lang::vm::drive::{Driven, Outcome};
use crate::lang::vm::quick::quick_convert;
use crate::lang::vm::{Control, Frame, OnReturn, Operation, Stop, Vm};
use crate::lang::{Exception, PyResult, Value};

impl Vm {
    /// `f(a, b)`: the callee and its arguments are on the stack.
    #[inline]
    pub(super) fn call_plain(&mut self, at: usize, count: usize) -> PyResult<Step> {
        let callee = self.stack.len() - count - 1;
        self.call_at(at, callee, callee, count)
    }

    /// `o.f(a, b)`: as LoadMethod left it.
    #[inline]
    pub(super) fn call_method_op(&mut self, at: usize, count: usize) -> PyResult<Step> {
        let floor = self.stack.len() - count - 2;
        if self.stack[floor].is_undefined() {
            self.call_at(at, floor, floor + 1, count)
        } else {
            self.call_at(at, floor, floor, count + 1)
        }
    }

    /// Calls what is at `callee` with the `count` values above it; the result takes the place of all from `floor`.
    pub(super) fn call_at(
        &mut self,
        at: usize,
        floor: usize,
        callee: usize,
        count: usize,
    ) -> PyResult<Step> {
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

    pub(super) fn call_named(
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

    /// Moves the top values off the stack.
    #[inline]
    pub(super) fn take_args(&mut self, from: usize, count: usize) -> SmallVec<[Value; 4]> {
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

    pub(super) fn finish_call(&mut self, function: Value, args: CallArgs) -> PyResult<Step> {
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
    pub(super) fn after_native(&mut self) -> Step {
        self.did_op = false;
        if self.stepping.stops_at_ops() {
            Step::Stop(Stop::Op)
        } else {
            Step::Next
        }
    }

    /// `Class(a, b)` of a plain Python class with a plain `__init__`: the object takes the place of the class on the
    /// stack, right below the arguments.
    pub(super) fn quick_instance(
        &mut self,
        at: usize,
        callee: usize,
        count: usize,
    ) -> PyResult<Option<Step>> {
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
    pub(super) fn plain_constructor(
        &self,
        class: &Rc<crate::lang::objects::Class>,
    ) -> Option<Rc<Function>> {
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

    pub(super) fn find_plain_constructor(
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
    pub(super) fn push_plain_frame(
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
        self.control.push(Control::Frame(Frame {
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
    pub(super) fn return_value(&mut self, value: Value) -> Driven {
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
}
