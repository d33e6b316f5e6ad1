//! Native functions that ask Python code: see [`crate::lang::native`].

use std::rc::Rc;

use super::Vm;
use crate::lang::native::CallArgs;
use crate::lang::objects::Instance;
use crate::lang::{Exception, PyResult, Value};

/// What a native wants to know from Python code.
pub enum Question {
    /// What this call returns.
    Call { callee: Value, args: CallArgs },
    /// All values that this iterator still gives, as a list.
    Drain(Value),
    /// The next value of this iterator; StopIteration at its end.
    Next(Value),
}

/// What Python code answered.
#[derive(Clone)]
pub enum Answer {
    Returned(Value),
    Raised(Rc<Instance>),
}

impl Vm {
    /// The answer if there is one already, else the error that makes the VM get it.
    pub fn ask(&mut self, question: impl FnOnce() -> Question) -> PyResult<Value> {
        match self.answers.get(self.next_answer) {
            Some(answer) => {
                self.next_answer += 1;
                match answer.clone() {
                    Answer::Returned(value) => Ok(value),
                    Answer::Raised(instance) => Err(instance.into()),
                }
            }
            None => {
                self.question = Some(question());
                Err(Exception::needs_python())
            }
        }
    }
}
