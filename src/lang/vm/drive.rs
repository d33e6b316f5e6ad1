//! Starting what was asked for and delivering what came of it, without going down the Rust stack.

use std::rc::Rc;

use super::generators::Resume;
use super::iterate::Next;
use super::unwind::Unwound;
use super::{Control, OnReturn, Stop, Vm};
use crate::lang::native::{Continuation, Flow};
use crate::lang::objects::Instance;
use crate::lang::{Exception, PyResult, Value, stop_iteration, type_error};

/// What came of a call.
pub enum Outcome {
    Value(Value),
    /// A generator or iterator came to its end, with this value.
    Exhausted(Value),
    Raised(Exception),
}

/// A continuation with what it waited for, when the steps ended before it could go on.
struct Held {
    then: Box<dyn Continuation>,
    result: PyResult<Value>,
}

impl Continuation for Held {
    fn resume(self: Box<Self>, vm: &mut Vm, go_on: PyResult<Value>) -> PyResult<Flow> {
        // An interrupt comes in the place of the result.
        self.then.resume(vm, go_on.and(self.result))
    }
}

/// Where the machine is after a delivery.
pub enum Driven {
    /// The top frame goes on.
    Run,
    Stop(Stop),
}

impl Vm {
    /// Brings a flow to the point where a frame runs or the machine stops.
    pub fn drive(&mut self, flow: PyResult<Flow>, on: OnReturn) -> Driven {
        // An error at this point comes from the frame on top, unless a continuation waits for it.
        let mut origin = true;
        let (mut flow, mut on) = (flow, on);
        loop {
            let outcome = match flow {
                Err(exception) => Outcome::Raised(exception),
                Ok(Flow::Value(value)) => Outcome::Value(value),
                Ok(Flow::TailCall { callee, args }) => match self.start_call(callee, args, &on) {
                    Ok(None) => return Driven::Run,
                    Ok(Some(next)) => {
                        flow = Ok(next);
                        continue;
                    }
                    Err(exception) => Outcome::Raised(exception),
                },
                Ok(Flow::Call { callee, args, then }) => {
                    self.control.push(Control::Native {
                        then,
                        on_return: std::mem::replace(&mut on, OnReturn::Native),
                    });
                    flow = Ok(Flow::TailCall { callee, args });
                    continue;
                }
                Ok(Flow::Then { first, then }) => {
                    self.control.push(Control::Native {
                        then,
                        on_return: std::mem::replace(&mut on, OnReturn::Native),
                    });
                    flow = Ok(*first);
                    continue;
                }
                Ok(Flow::Pause(then)) => {
                    self.control.push(Control::Native {
                        then,
                        on_return: on,
                    });
                    return Driven::Stop(Stop::Op);
                }
                Ok(Flow::Next { iterator }) => match iterator {
                    Value::Generator(generator) => {
                        match self.resume_generator(&generator, Resume::Send(Value::None), &on) {
                            None => return Driven::Run,
                            Some(outcome) => outcome,
                        }
                    }
                    iterator => match self.next(&iterator) {
                        Ok(Next::Value(value)) => Outcome::Value(value),
                        Ok(Next::Done) => Outcome::Exhausted(Value::None),
                        Ok(Next::Flow(next)) => {
                            flow = Ok(next);
                            continue;
                        }
                        Err(exception) => Outcome::Raised(exception),
                    },
                },
                Ok(Flow::Send { generator, value }) => {
                    match self.resume_generator(&generator, Resume::Send(value), &on) {
                        None => return Driven::Run,
                        Some(outcome) => outcome,
                    }
                }
                Ok(Flow::Throw {
                    generator,
                    exception,
                }) => match self.throw_into(&generator, exception, &on) {
                    Thrown::Flow(next, next_on) => {
                        flow = next;
                        on = next_on;
                        origin = true;
                        continue;
                    }
                    Thrown::Outcome(outcome) => outcome,
                },
                Ok(Flow::Body {
                    function,
                    namespace,
                }) => match self.push_body(function, namespace, on.clone()) {
                    Ok(()) => return Driven::Run,
                    Err(exception) => Outcome::Raised(exception),
                },
            };
            match self.deliver(outcome, on, origin) {
                Delivered::Run => return Driven::Run,
                Delivered::Stop(stop) => return Driven::Stop(stop),
                Delivered::Flow(next, next_on) => {
                    // From here on an error either comes out of a continuation (new) or has been through a frame.
                    origin = !matches!(&next, Err(exception) if exception.has_traceback());
                    flow = next;
                    on = next_on;
                }
            }
        }
    }

    /// Gives an outcome to whoever waits for it on top of the control stack.
    fn deliver(&mut self, outcome: Outcome, on: OnReturn, origin: bool) -> Delivered {
        match on {
            OnReturn::Native => {
                let Some(Control::Native { then, on_return }) = self.control.pop() else {
                    return Delivered::Run;
                };
                let result = match outcome {
                    Outcome::Value(value) => Ok(value),
                    Outcome::Exhausted(value) => Err(stop_with(value)),
                    Outcome::Raised(exception) => Err(exception),
                };
                if let Err(exception) = &result
                    && exception.is_budget()
                {
                    return Delivered::Flow(result.map(Flow::Value), on_return);
                }
                self.stepping.fuel -= 1;
                if self.stepping.fuel < 0 {
                    // Natives that call each other without end never come back to a frame: a slice ends here too.
                    self.control.push(Control::Native {
                        then: Box::new(Held { then, result }),
                        on_return,
                    });
                    return Delivered::Stop(Stop::Slice);
                }
                Delivered::Flow(then.resume(self, result), on_return)
            }
            OnReturn::Finish => Delivered::Stop(match outcome {
                Outcome::Value(_) | Outcome::Exhausted(_) => Stop::Finished,
                Outcome::Raised(exception) => self.ended_by(exception),
            }),
            OnReturn::Snippet => Delivered::Stop(match outcome {
                Outcome::Value(value) | Outcome::Exhausted(value) => Stop::SnippetDone(Ok(value)),
                Outcome::Raised(exception) => Stop::SnippetDone(Err(exception)),
            }),
            on => match outcome {
                Outcome::Value(value) => self.deliver_value(value, on),
                Outcome::Exhausted(value) => match self.end_of_iteration(&on, value) {
                    Ok(()) => Delivered::Run,
                    Err(value) => self.raise(stop_with(value), origin),
                },
                Outcome::Raised(exception) => {
                    if matches!(on, OnReturn::ForIter(_) | OnReturn::YieldFrom)
                        && exception.is("StopIteration")
                    {
                        let value = self.stop_value(&exception);
                        if self.end_of_iteration(&on, value).is_ok() {
                            return Delivered::Run;
                        }
                    }
                    self.raise(exception, origin)
                }
            },
        }
    }

    fn deliver_value(&mut self, value: Value, on: OnReturn) -> Delivered {
        match on {
            OnReturn::Discard => {}
            OnReturn::Instead(object) => {
                if !value.is_none() {
                    let kind = self.type_name(&value);
                    return self.raise(
                        type_error(format!("__init__() should return None, not '{kind}'")),
                        true,
                    );
                }
                self.stack.push(object);
            }
            OnReturn::JumpIfFalse(target) => {
                if let (Value::Bool(false), Some(Control::Frame(frame))) =
                    (&value, self.control.last_mut())
                {
                    frame.at = target;
                }
            }
            OnReturn::JumpOrPop { when, target } => {
                if matches!(value, Value::Bool(truth) if truth == when) {
                    if let Some(Control::Frame(frame)) = self.control.last_mut() {
                        frame.at = target;
                    }
                } else {
                    let dropped = self.stack.pop();
                    drop(dropped);
                }
            }
            OnReturn::Retry => {
                self.stack.push(value);
                if let Some(Control::Frame(frame)) = self.control.last_mut() {
                    frame.at -= 1;
                }
            }
            OnReturn::YieldFrom => {
                // When it goes on it runs its `yield from` again, with what it is sent.
                if let Some(Control::Frame(frame)) = self.control.last_mut() {
                    frame.at -= 1;
                }
                let (outcome, on) = self.suspend_generator(value);
                return self.pass(outcome, on);
            }
            _ => self.stack.push(value),
        }
        Delivered::Run
    }

    /// An outcome as the flow of the level below.
    fn pass(&mut self, outcome: Outcome, on: OnReturn) -> Delivered {
        match outcome {
            Outcome::Value(value) => Delivered::Flow(Ok(Flow::Value(value)), on),
            Outcome::Exhausted(value) => Delivered::Flow(Err(stop_with(value)), on),
            Outcome::Raised(exception) => Delivered::Flow(Err(exception), on),
        }
    }

    /// Delivers what a frame that was just left came to.
    pub fn leave(&mut self, outcome: Outcome, on: OnReturn) -> Driven {
        match self.deliver(outcome, on, false) {
            Delivered::Run => Driven::Run,
            Delivered::Stop(stop) => Driven::Stop(stop),
            Delivered::Flow(flow, on) => self.drive(flow, on),
        }
    }

    /// The loop or `yield from` that waits for a value is over.
    fn end_of_iteration(&mut self, on: &OnReturn, value: Value) -> Result<(), Value> {
        let Some(Control::Frame(frame)) = self.control.last_mut() else {
            return Err(value);
        };
        match on {
            OnReturn::ForIter(target) => {
                frame.at = *target;
                let iterator = self.stack.pop();
                drop(iterator);
                Ok(())
            }
            OnReturn::YieldFrom => {
                if let Some(top) = self.stack.last_mut() {
                    let iterator = std::mem::replace(top, value);
                    drop(iterator);
                }
                Ok(())
            }
            _ => Err(value),
        }
    }

    /// Raises an exception in the frame on top.
    fn raise(&mut self, exception: Exception, origin: bool) -> Delivered {
        match self.unwind(exception, origin) {
            Unwound::Handled => Delivered::Run,
            Unwound::Left(exception, on) => Delivered::Flow(Err(exception), on),
            Unwound::Ended(stop) => Delivered::Stop(stop),
        }
    }

    /// The value of a StopIteration.
    pub fn stop_value(&self, exception: &Exception) -> Value {
        match exception.raised() {
            crate::lang::exception::Raised::Instance(instance) => match instance
                .exception_state()
                .map(|state| state.borrow().args.clone())
            {
                Some(Value::Tuple(items)) => items.first().cloned().unwrap_or(Value::None),
                _ => Value::None,
            },
            crate::lang::exception::Raised::New(new) => new
                .args
                .as_ref()
                .and_then(|args| args.first().cloned())
                .unwrap_or(Value::None),
            _ => Value::None,
        }
    }

    /// The exception as an object; the exception itself if it is the end of a budget.
    pub fn instance_of(&mut self, exception: Exception) -> Result<Rc<Instance>, Exception> {
        use crate::lang::exception::Raised;
        match exception.into_raised() {
            Raised::Instance(instance) => Ok(instance),
            Raised::New(new) => {
                let exceptions = &self.types.exceptions;
                let class = match exceptions.get(new.kind) {
                    Some(class) => class.clone(),
                    None => (self.library.exception(new.kind))
                        .unwrap_or_else(|| exceptions["Exception"].clone()),
                };
                let args = match new.args {
                    Some(args) => Value::tuple(args),
                    None if new.message.is_empty() => Value::tuple([]),
                    None => Value::tuple([Value::str(new.message)]),
                };
                let instance = Instance::exception(class, args);
                if let Some(state) = instance.exception_state() {
                    let mut state = state.borrow_mut();
                    state.because = new.because;
                    state.about = new.about;
                    state.detail = new.detail;
                }
                Ok(instance)
            }
            Raised::NeedsPython => Err(Exception::new(
                "SystemError",
                "a native function asked outside the machine",
            )),
            Raised::Budget(message) => Err(Exception::budget(message)),
        }
    }
}

/// What a delivery leads to.
pub enum Delivered {
    Run,
    Stop(Stop),
    Flow(PyResult<Flow>, OnReturn),
}

/// What throwing into a generator leads to.
pub enum Thrown {
    Flow(PyResult<Flow>, OnReturn),
    Outcome(Outcome),
}

fn stop_with(value: Value) -> Exception {
    if value.is_none() {
        stop_iteration()
    } else {
        Exception::with_args("StopIteration", vec![value])
    }
}
