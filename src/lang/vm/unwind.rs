//! Exceptions on their way up.

use std::rc::Rc;

use super::{Control, OnReturn, Stop, Vm};
use crate::lang::exception::Raised;
use crate::lang::objects::{GeneratorState, Instance, TracebackEntry};
use crate::lang::{Exception, Value};

/// What became of an exception in the frame on top.
pub enum Unwound {
    /// A handler takes it.
    Handled,
    /// The frame was left.
    Left(Exception, OnReturn),
    Ended(Stop),
}

impl Exception {
    /// Whether it has been through a frame already.
    pub fn has_traceback(&self) -> bool {
        match self.raised() {
            Raised::Instance(instance) => instance
                .exception_state()
                .is_some_and(|state| state.borrow().traceback.is_some()),
            _ => false,
        }
    }

    pub fn is_budget(&self) -> bool {
        matches!(self.raised(), Raised::Budget(_))
    }
}

impl Vm {
    /// Raises in the frame on top, which stands after the op that failed. `origin`: it is new here.
    pub fn unwind(&mut self, exception: Exception, origin: bool) -> Unwound {
        let instance = match self.instance_of(exception) {
            Ok(instance) => instance,
            Err(budget) => return Unwound::Ended(self.ended_by(budget)),
        };
        if origin {
            self.set_context(&instance);
        }
        self.unwind_instance(instance, true)
    }

    /// The same for an exception that is raised again and keeps its traceback.
    pub fn unwind_instance(&mut self, instance: Rc<Instance>, trace: bool) -> Unwound {
        let Some(Control::Frame(frame)) = self.control.last_mut() else {
            return Unwound::Ended(Stop::Raised(instance.into()));
        };
        let failed = frame.at.saturating_sub(1);
        let code = frame.function.code.clone();
        if trace && let Some(state) = instance.exception_state() {
            let mut state = state.borrow_mut();
            let traceback = match &state.traceback {
                // Each raise gets its own traceback object, so that one kept by a program stays as it was.
                Some(traceback) if Rc::strong_count(traceback) == 1 => traceback.clone(),
                Some(traceback) => {
                    let entries = traceback.entries.borrow().clone();
                    Rc::new(crate::lang::objects::Traceback {
                        entries: entries.into(),
                    })
                }
                None => Rc::default(),
            };
            traceback.entries.borrow_mut().push(TracebackEntry {
                code: code.clone(),
                at: failed,
            });
            state.traceback = Some(traceback);
        }
        if self.observer.is_some() {
            self.observe_exception();
        }
        let Some(Control::Frame(frame)) = self.control.last_mut() else {
            return Unwound::Ended(Stop::Raised(instance.into()));
        };
        if let Some(handler) = code.handler(failed) {
            let height = frame.base as usize + code.slots() + handler.depth as usize;
            frame.at = handler.target;
            self.stack.truncate(height);
            self.stack.push(Value::Instance(instance));
            return Unwound::Handled;
        }
        let Some(Control::Frame(frame)) = self.control.pop() else {
            return Unwound::Ended(Stop::Raised(instance.into()));
        };
        self.depth -= 1;
        self.stack.truncate(frame.floor as usize);
        let mut exception = Exception::from(instance.clone());
        if let Some(generator) = frame.generator {
            *generator.state.borrow_mut() = GeneratorState::Done;
            if exception.is("StopIteration") {
                let wrapped = Exception::new("RuntimeError", "generator raised StopIteration");
                if let Ok(wrapped) = self.instance_of(wrapped) {
                    if let (Some(state), Some(old)) =
                        (wrapped.exception_state(), instance.exception_state())
                    {
                        let mut state = state.borrow_mut();
                        state.cause = Value::Instance(instance.clone());
                        state.context = Value::Instance(instance.clone());
                        state.suppress_context = true;
                        let entries = old
                            .borrow()
                            .traceback
                            .as_ref()
                            .map(|traceback| traceback.entries.borrow().clone());
                        state.traceback = entries.and_then(|entries| {
                            let last = entries.last()?.clone();
                            Some(Rc::new(crate::lang::objects::Traceback {
                                entries: vec![last].into(),
                            }))
                        });
                    }
                    exception = wrapped.into();
                }
            }
        }
        Unwound::Left(exception, frame.on_return)
    }

    /// The exception that is being handled in the innermost frame that handles one.
    pub fn handled(&self) -> Option<&Value> {
        self.control.iter().rev().find_map(|control| match control {
            Control::Frame(frame) if !frame.handling.is_undefined() => Some(&frame.handling),
            _ => None,
        })
    }

    /// `__context__`: what was being handled when this was raised.
    pub fn set_context(&mut self, instance: &Rc<Instance>) {
        let Some(Value::Instance(handled)) = self.handled().cloned() else {
            return;
        };
        if Rc::ptr_eq(&handled, instance) {
            return;
        }
        // A chain that leads back to the new exception is cut.
        let mut at = handled.clone();
        loop {
            let next = at
                .exception_state()
                .and_then(|state| match &state.borrow().context {
                    Value::Instance(next) => Some(next.clone()),
                    _ => None,
                });
            match next {
                Some(next) if Rc::ptr_eq(&next, instance) => {
                    if let Some(state) = at.exception_state() {
                        state.borrow_mut().context = Value::None;
                    }
                    break;
                }
                Some(next) => at = next,
                None => break,
            }
        }
        if let Some(state) = instance.exception_state() {
            state.borrow_mut().context = Value::Instance(handled);
        }
    }

    /// How a run ends with an exception that nothing caught.
    pub fn ended_by(&mut self, exception: Exception) -> Stop {
        match exception.raised() {
            Raised::Budget(message) => Stop::BudgetSpent(message.clone()),
            _ => match self.instance_of(exception) {
                Ok(instance) => Stop::Raised(instance.into()),
                Err(exception) => Stop::Raised(exception),
            },
        }
    }

    /// The exception object that `raise value` raises: an instance as it is, a class called without arguments.
    pub fn exception_to_raise(&mut self, value: &Value) -> Result<Rc<Instance>, Exception> {
        match value {
            Value::Instance(instance) if instance.exception_state().is_some() => {
                Ok(instance.clone())
            }
            _ => Err(crate::lang::type_error(
                "exceptions must derive from BaseException",
            )),
        }
    }
}
