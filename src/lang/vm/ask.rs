//! Native functions that ask Python code: see [`crate::lang::native`].

use std::rc::Rc;

use smallvec::SmallVec;

use super::Vm;
use super::iterate::Next;
use crate::lang::code::{BinaryOp, CompareOp, UnaryOp};
use crate::lang::native::{CallArgs, Continuation, Flow, NativeFn};
use crate::lang::objects::{Instance, Str};
use crate::lang::{Exception, PyResult, Value};

/// What a native wants to know from Python code.
pub enum Question {
    /// What this call returns.
    Call { callee: Value, args: CallArgs },
    /// The values that this iterator still gives, as a list: so many at most.
    Drain { iterator: Value, most: usize },
    /// What this comes to.
    Flow(Flow),
}

/// What Python code answered.
#[derive(Clone)]
pub enum Answer {
    Returned(Value),
    Raised(Rc<Instance>),
    /// What was left in this iterator: it cannot be gone through again.
    Drained {
        iterator: Value,
        items: Value,
    },
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
                    Answer::Drained { items, .. } => Ok(items),
                }
            }
            None => {
                self.question = Some(question());
                Err(Exception::needs_python())
            }
        }
    }
}

/// An operation of the machine or a native function: what may have to ask, and is then run again.
#[derive(Clone)]
pub enum Operation {
    Native(NativeFn),
    Binary(BinaryOp),
    InPlace(BinaryOp),
    Unary(UnaryOp),
    Compare(CompareOp),
    GetAttr(Rc<Str>),
    SetAttr(Rc<Str>),
    DelAttr(Rc<Str>),
    Subscript,
    SetSubscript,
    DelSubscript,
    Truth,
    Not,
    Iter,
    /// All items, or no more than so many.
    Items(usize),
    Format(u8),
    ListExtend,
    SetAdd,
    SetUpdate,
    DictAdd,
    DictPairs,
    SetItems,
    DictUpdate,
    DictMerge(Value),
    MatchClass(u32),
    MatchKeys,
    Len,
    Instantiate,
    Matches,
}

/// An operation that waits for an answer.
struct Again {
    operation: Operation,
    args: SmallVec<[Value; 4]>,
    answers: Vec<Answer>,
    /// The iterator whose items are the next answer.
    drains: Option<Value>,
}

impl Continuation for Again {
    fn resume(
        mut self: Box<Self>,
        vm: &mut Vm,
        result: Result<Value, Exception>,
    ) -> PyResult<Flow> {
        self.answers.push(match result {
            Ok(items) if self.drains.is_some() => Answer::Drained {
                iterator: self.drains.take().unwrap_or_default(),
                items,
            },
            Ok(value) => Answer::Returned(value),
            Err(exception) => match vm.instance_of(exception) {
                Ok(instance) => Answer::Raised(instance),
                Err(budget) => return Err(budget),
            },
        });
        let saved = std::mem::replace(&mut vm.answers, std::mem::take(&mut self.answers));
        let saved_next = std::mem::replace(&mut vm.next_answer, 0);
        let outcome = vm.perform(&self.operation, &self.args);
        self.answers = std::mem::replace(&mut vm.answers, saved);
        vm.next_answer = saved_next;
        match outcome {
            Err(exception) if exception.is_needs_python() => vm.wait(self),
            outcome => outcome,
        }
    }
}

/// Collects what an iterator gives into a list.
struct Drain {
    iterator: Value,
    most: usize,
    items: Vec<Value>,
}

impl Continuation for Drain {
    fn resume(
        mut self: Box<Self>,
        vm: &mut Vm,
        result: Result<Value, Exception>,
    ) -> PyResult<Flow> {
        match result {
            Ok(value) => self.items.push(value),
            Err(exception) if exception.is("StopIteration") => {
                return Ok(Value::list(self.items).into());
            }
            Err(exception) => return Err(exception),
        }
        vm.charge(16)?;
        vm.drain(self)
    }
}

impl Vm {
    /// Runs an operation; where it asks, what it becomes is the flow that gets the answer first.
    pub fn attempt(&mut self, operation: Operation, args: SmallVec<[Value; 4]>) -> PyResult<Flow> {
        let saved = std::mem::take(&mut self.answers);
        let saved_next = std::mem::replace(&mut self.next_answer, 0);
        let outcome = self.perform(&operation, &args);
        let outcome = match outcome {
            Err(exception) if exception.is_needs_python() => self.suspend(operation, args),
            outcome => outcome,
        };
        self.answers = saved;
        self.next_answer = saved_next;
        outcome
    }

    /// The operation just asked: what it becomes is the flow that gets the answer and runs it again.
    pub fn suspend(&mut self, operation: Operation, args: SmallVec<[Value; 4]>) -> PyResult<Flow> {
        let answers = std::mem::take(&mut self.answers);
        self.next_answer = 0;
        self.wait(Box::new(Again {
            operation,
            args,
            answers,
            drains: None,
        }))
    }

    /// Forgets what was recorded for an operation that came to its end.
    #[inline]
    pub fn forget_answers(&mut self) {
        if !self.answers.is_empty() {
            self.answers.clear();
        }
        self.next_answer = 0;
    }

    /// What an iterator that this operation has gone through already had left.
    pub fn drained_before(&mut self, iterator: &Value) -> Option<Vec<Value>> {
        match self.answers.get(self.next_answer) {
            Some(Answer::Drained {
                iterator: known,
                items: Value::List(items),
            }) if known.is(iterator) => {
                let items = items.to_vec();
                self.next_answer += 1;
                Some(items)
            }
            _ => None,
        }
    }

    /// Keeps what was in an iterator, should the operation have to run again.
    pub fn keep_drained(&mut self, iterator: &Value, items: &[Value]) {
        self.answers.truncate(self.next_answer);
        self.answers.push(Answer::Drained {
            iterator: iterator.clone(),
            items: Value::list(items.to_vec()),
        });
        self.next_answer += 1;
    }

    /// The flow that answers the open question and then runs the operation again.
    fn wait(&mut self, mut again: Box<Again>) -> PyResult<Flow> {
        match self.question.take() {
            Some(Question::Call { callee, args }) => Ok(Flow::Call {
                callee,
                args,
                then: again,
            }),
            Some(Question::Drain { iterator, most }) => {
                again.drains = Some(iterator.clone());
                let first = self.drain(Box::new(Drain {
                    iterator,
                    most,
                    items: Vec::new(),
                }))?;
                Ok(Flow::Then {
                    first: Box::new(first),
                    then: again,
                })
            }
            Some(Question::Flow(flow)) => Ok(Flow::Then {
                first: Box::new(flow),
                then: again,
            }),
            None => Err(crate::lang::runtime_error(
                "a native function asked for nothing",
            )),
        }
    }

    fn drain(&mut self, mut drain: Box<Drain>) -> PyResult<Flow> {
        while drain.items.len() < drain.most {
            match self.next(&drain.iterator)? {
                Next::Value(value) => drain.items.push(value),
                Next::Done => return Ok(Value::list(drain.items).into()),
                Next::Flow(flow) => {
                    return Ok(Flow::Then {
                        first: Box::new(flow),
                        then: drain,
                    });
                }
            }
        }
        Ok(Value::list(drain.items).into())
    }

    /// Calls something, for natives. Answers at once where no Python code is needed; else see [`crate::lang::native`].
    pub fn call(&mut self, callee: &Value, args: CallArgs) -> PyResult<Value> {
        if let Value::Builtin(builtin) = callee
            && let NativeFn::Plain(function) = builtin.function
        {
            let slots =
                if args.names.is_none() && builtin.signature.takes_exactly(args.values.len()) {
                    args.values
                } else {
                    builtin.bind(args)?
                };
            return self.nested("", |vm| function(vm, &slots));
        }
        if let Value::Method(method) = callee
            && let Value::Builtin(_) = &method.function
        {
            let mut args = args;
            args.values.insert(0, method.this.clone());
            let function = method.function.clone();
            return self.call(&function, args);
        }
        self.ask(|| Question::Call {
            callee: callee.clone(),
            args,
        })
    }

    /// Calls a method by name, for natives.
    pub fn call_method(
        &mut self,
        object: &Value,
        name: &str,
        args: impl IntoIterator<Item = Value>,
    ) -> PyResult<Value> {
        let method = self.getattr(object, name)?;
        self.call(&method, CallArgs::positional(args))
    }
}
