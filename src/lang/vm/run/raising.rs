//! `raise`, `with` and `yield from`.

use std::rc::Rc;

use smallvec::SmallVec;

use super::Step;
use crate::lang::native::CallArgs;
use crate::lang::objects::intern;
use crate::lang::vm::drive::{Driven, Outcome};
use crate::lang::vm::unwind::Unwound;
use crate::lang::vm::{OnReturn, Operation, Vm};
use crate::lang::{Exception, PyResult, Value, type_error};

impl Vm {
    pub(super) fn raise_op(&mut self, at: usize, count: u32) -> PyResult<Step> {
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
            let flow = crate::lang::vm::iterate::then(flow, move |vm, value| {
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
    pub(super) fn raise_from(&mut self, value: &Value, cause: &Value) -> PyResult<()> {
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
    pub(super) fn raise_again(&mut self, instance: Rc<crate::lang::objects::Instance>) -> Step {
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
    pub(super) fn before_with(&mut self, at: usize) -> PyResult<Step> {
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
    pub(super) fn yield_from(&mut self, at: usize) -> PyResult<Step> {
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
                    crate::lang::vm::iterate::then(flow, move |_, method| {
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
