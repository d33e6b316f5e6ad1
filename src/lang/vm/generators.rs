//! Generators: frames that leave the stack at a `yield` and come back.

use std::rc::Rc;

use super::drive::{Driven, Outcome, Thrown};
use super::{Control, OnReturn, OutputStream, SavedFrame, Vm};
use crate::lang::code::Op;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Generator, GeneratorState, take_orphan};
use crate::lang::{Exception, PyResult, Value, runtime_error, type_error, value_error};

/// With what a generator goes on.
pub enum Resume {
    Send(Value),
}

impl Vm {
    /// Lets a generator go on. None: its frame is on top.
    pub fn resume_generator(
        &mut self,
        generator: &Rc<Generator>,
        with: Resume,
        on: &OnReturn,
    ) -> Option<Outcome> {
        let Resume::Send(value) = with;
        match self.restore(generator, on) {
            Restored::Running => Some(Outcome::Raised(value_error("generator already executing"))),
            Restored::Done => Some(Outcome::Exhausted(Value::None)),
            Restored::TooDeep => Some(Outcome::Raised(Exception::new(
                "RecursionError",
                "maximum recursion depth exceeded",
            ))),
            Restored::Frame { started: true } => {
                self.stack.push(value);
                None
            }
            Restored::Frame { started: false } => {
                if value.is_none() {
                    return None;
                }
                // Nothing has run: put it back.
                let (_, _) = self.take_off(false);
                Some(Outcome::Raised(type_error(
                    "can't send non-None value to a just-started generator",
                )))
            }
        }
    }

    fn restore(&mut self, generator: &Rc<Generator>, on: &OnReturn) -> Restored {
        let mut state = generator.state.borrow_mut();
        if matches!(*state, GeneratorState::Waiting { .. }) && self.depth >= self.budgets.recursion
        {
            return Restored::TooDeep;
        }
        match std::mem::replace(&mut *state, GeneratorState::Running) {
            GeneratorState::Running => Restored::Running,
            GeneratorState::Done => {
                *state = GeneratorState::Done;
                Restored::Done
            }
            GeneratorState::Waiting { frame, started } => {
                let SavedFrame {
                    mut frame,
                    mut stack,
                } = *frame;
                frame.base = self.stack.len() as u32;
                frame.floor = frame.base;
                frame.on_return = on.clone();
                frame.generator = Some(generator.clone());
                self.stack.append(&mut stack);
                self.depth += 1;
                self.control.push(Control::Frame(frame));
                Restored::Frame { started }
            }
        }
    }

    /// Takes the generator frame on top off the stack.
    fn take_off(&mut self, started: bool) -> (Option<Rc<Generator>>, OnReturn) {
        let Some(Control::Frame(mut frame)) = self.control.pop() else {
            return (None, OnReturn::Push);
        };
        self.depth -= 1;
        let on = std::mem::replace(&mut frame.on_return, OnReturn::Push);
        let generator = frame.generator.take();
        let stack = self.stack.split_off(frame.base as usize);
        if let Some(generator) = &generator {
            *generator.state.borrow_mut() = GeneratorState::Waiting {
                frame: Box::new(SavedFrame { frame, stack }),
                started,
            };
        }
        (generator, on)
    }

    /// The generator on top yields a value.
    pub fn suspend_generator(&mut self, value: Value) -> (Outcome, OnReturn) {
        let (_, on) = self.take_off(true);
        (Outcome::Value(value), on)
    }

    /// Raises an exception where a generator stands (or in the generator that it delegates to).
    pub fn throw_into(
        &mut self,
        generator: &Rc<Generator>,
        exception: Exception,
        on: &OnReturn,
    ) -> Thrown {
        let fresh = match &mut *generator.state.borrow_mut() {
            state @ GeneratorState::Waiting { started: false, .. } => {
                *state = GeneratorState::Done;
                true
            }
            _ => false,
        };
        if fresh {
            return Thrown::Outcome(Outcome::Raised(exception));
        }
        match self.restore(generator, on) {
            Restored::Running => {
                Thrown::Outcome(Outcome::Raised(value_error("generator already executing")))
            }
            Restored::Done => Thrown::Outcome(Outcome::Raised(exception)),
            Restored::TooDeep => Thrown::Outcome(Outcome::Raised(Exception::new(
                "RecursionError",
                "maximum recursion depth exceeded",
            ))),
            Restored::Frame { .. } => {
                if let Some(Control::Frame(frame)) = self.control.last_mut() {
                    let delegates = matches!(
                        frame.function.code.ops.get(frame.at as usize),
                        Some(Op::YieldFrom)
                    );
                    if delegates {
                        frame.at += 1;
                        match self.stack.last().cloned() {
                            Some(Value::Generator(inner)) => {
                                return Thrown::Flow(
                                    Ok(Flow::Throw {
                                        generator: inner,
                                        exception,
                                    }),
                                    OnReturn::YieldFrom,
                                );
                            }
                            Some(inner) if !exception.is("GeneratorExit") => {
                                if let Some(flow) = self.throw_method(&inner, &exception) {
                                    return Thrown::Flow(flow, OnReturn::YieldFrom);
                                }
                            }
                            _ => {}
                        }
                    }
                }
                Thrown::Flow(Err(exception), OnReturn::Push)
            }
        }
    }

    /// `throw` of an iterator that is not a generator, if it has one.
    fn throw_method(&mut self, inner: &Value, exception: &Exception) -> Option<PyResult<Flow>> {
        let crate::lang::exception::Raised::Instance(instance) = exception.raised() else {
            return None;
        };
        let method = self.lookup_special(inner, &crate::lang::objects::intern("throw"))?;
        let args = CallArgs::positional([inner.clone(), Value::Instance(instance.clone())]);
        Some(Ok(Flow::TailCall {
            callee: method,
            args,
        }))
    }

    /// `generator.close()`
    pub fn close_generator(&mut self, generator: &Rc<Generator>) -> Flow {
        let exception = Exception::with_args("GeneratorExit", Vec::new());
        super::iterate::then(
            Flow::Throw {
                generator: generator.clone(),
                exception,
            },
            |_, result| match result {
                Ok(_) => Err(runtime_error("generator ignored GeneratorExit")),
                Err(exception)
                    if exception.is("GeneratorExit") || exception.is("StopIteration") =>
                {
                    Ok(Value::None.into())
                }
                Err(exception) => Err(exception),
            },
        )
    }
}

impl Vm {
    /// Closes a generator that was dropped: its `finally` parts run now. What goes wrong in them nobody can catch.
    pub fn close_orphan(&mut self) -> Option<Driven> {
        let orphan = take_orphan()?;
        let close = self.close_generator(&orphan);
        let flow = super::iterate::then(close, move |vm, result| match result {
            Err(exception) if exception.is_budget() => Err(exception),
            Err(exception) => {
                let shown = vm.format_exception(exception);
                let name = &orphan.function.qualname.borrow().clone();
                let text = format!("Exception ignored in: <generator object {name}>\n{shown}");
                vm.write(OutputStream::Stderr, &text)?;
                Ok(Value::None.into())
            }
            Ok(_) => Ok(Value::None.into()),
        });
        Some(self.drive(Ok(flow), OnReturn::Discard))
    }
}

enum Restored {
    Frame { started: bool },
    Running,
    Done,
    TooDeep,
}
