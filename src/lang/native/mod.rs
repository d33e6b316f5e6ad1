//! How Rust code takes part in a Python program.
//!
//! A native function has a Python signature and gets its arguments already bound: one slot a parameter, in the order
//! of the signature, `*args` as a tuple, `**kwargs` as a dict, `Value::Undefined` for a parameter whose default is `?`
//! and that was not given.
//!
//! **Calling Python.** A native function never has Python code running above it on the Rust stack, so that a program
//! can be stopped anywhere. There are two ways to use Python code nonetheless:
//! - Ask: [`Vm::call`](crate::lang::Vm::call), `vm.eq`, `vm.repr`, `vm.items_of` and so on answer at once where no
//!   Python code is needed. Where it is, they return an error that is passed on with `?`; the VM then runs that code and
//!   **starts the native function again**, and this time the question is answered from what was recorded. So a native
//!   that asks must not have changed anything before its last question.
//! - Return a [`Flow`]: what to call next, and a [`Continuation`] that goes on from there.

mod build;
mod signature;

pub use build::{ClassBuilder, ModuleBuilder};
pub use signature::{CallArgs, Callee, Signature, missing_arguments};

use std::rc::Rc;

use crate::lang::objects::{Dict, Function, Generator};
use crate::lang::{Exception, PyResult, Value, Vm};

/// A function in Rust. The slice has one value for each parameter of the signature.
#[derive(Clone, Copy)]
pub enum NativeFn {
    Plain(fn(&mut Vm, &[Value]) -> PyResult<Value>),
    Flow(fn(&mut Vm, &[Value]) -> PyResult<Flow>),
    /// A plain function that knows by a number which of many it is: one Rust function for a whole list of ops.
    Indexed(fn(&mut Vm, usize, &[Value]) -> PyResult<Flow>, usize),
}

/// What a native function wants to happen next.
pub enum Flow {
    /// Done, with this result.
    Value(Value),
    /// Call this; what it returns is the result.
    TailCall { callee: Value, args: CallArgs },
    /// Call this, then go on with what it returned or raised.
    Call {
        callee: Value,
        args: CallArgs,
        then: Box<dyn Continuation>,
    },
    /// The next value of an iterator is the result; StopIteration at its end.
    Next { iterator: Value },
    /// Sends a value into a generator.
    Send {
        generator: Rc<Generator>,
        value: Value,
    },
    /// Raises an exception where a generator stands.
    Throw {
        generator: Rc<Generator>,
        exception: Exception,
    },
    /// Runs the body of a class or module in its namespace.
    Body {
        function: Rc<Function>,
        namespace: Rc<Dict>,
    },
    /// Goes on with what another flow results in.
    Then {
        first: Box<Flow>,
        then: Box<dyn Continuation>,
    },
    /// A moment at which the program may be stopped (between two nodes of a backward pass). Goes on with `Ok(None)`.
    Pause(Box<dyn Continuation>),
}

impl From<Value> for Flow {
    fn from(value: Value) -> Flow {
        Flow::Value(value)
    }
}

/// The rest of a native function that waits for Python code.
pub trait Continuation {
    /// Goes on, with what the call returned or raised.
    fn resume(self: Box<Self>, vm: &mut Vm, result: Result<Value, Exception>) -> PyResult<Flow>;
}

/// A closure is a continuation.
impl<F: FnOnce(&mut Vm, Result<Value, Exception>) -> PyResult<Flow>> Continuation for F {
    fn resume(self: Box<Self>, vm: &mut Vm, result: Result<Value, Exception>) -> PyResult<Flow> {
        self(vm, result)
    }
}
