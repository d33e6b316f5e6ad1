//! The error type of everything that runs Python.

use std::any::Any;
use std::rc::Rc;

use super::Value;
use super::objects::{Class, Instance, Str};

/// A Python exception on its way up. One word in size; what it holds is made into a Python object only when someone
/// looks at it.
pub struct Exception(Box<Raised>);

pub enum Raised {
    /// An exception object.
    Instance(Rc<Instance>),
    /// An exception that no one has looked at yet.
    New(New),
    /// Not an exception: the native function needs an answer from Python code first. The VM runs that code and then
    /// starts the native function again (see [`crate::lang::native`]). Native code passes it on with `?`.
    NeedsPython,
    /// A budget is used up. Nothing catches it.
    Budget(String),
}

pub struct New {
    /// Name of a built-in exception class.
    pub kind: &'static str,
    pub message: String,
    /// The arguments, where they are not just the message.
    pub args: Option<Vec<Value>>,
    /// Why, in words for the learner; may be empty.
    pub because: String,
    /// The object and the name that it does not have: a traceback says what may have been meant.
    pub about: Option<(Value, Rc<Str>)>,
    /// More for the page, such as a shape clash as data.
    pub detail: Option<Rc<dyn Any>>,
}

impl Exception {
    /// An exception of a built-in class: `Exception::new("ValueError", "...")`.
    pub fn new(kind: &'static str, message: impl Into<String>) -> Exception {
        Exception(Box::new(Raised::New(New {
            kind,
            message: message.into(),
            args: None,
            because: String::new(),
            about: None,
            detail: None,
        })))
    }

    /// One whose arguments are not a message: `KeyError(key)`, `StopIteration(value)`.
    pub fn with_args(kind: &'static str, args: Vec<Value>) -> Exception {
        Exception(Box::new(Raised::New(New {
            kind,
            message: String::new(),
            args: Some(args),
            because: String::new(),
            about: None,
            detail: None,
        })))
    }

    /// The same with its reason and with data for the page.
    pub fn because(mut self, because: impl Into<String>, detail: Option<Rc<dyn Any>>) -> Exception {
        match &mut *self.0 {
            Raised::New(new) => {
                new.because = because.into();
                new.detail = detail;
            }
            Raised::Instance(instance) => {
                if let Some(state) = instance.exception_state() {
                    state.borrow_mut().because = because.into();
                    state.borrow_mut().detail = detail;
                }
            }
            Raised::NeedsPython | Raised::Budget(_) => {}
        }
        self
    }

    /// What was given to [`Exception::because`]; empty if nothing was.
    pub fn because_of(&self) -> String {
        match &*self.0 {
            Raised::New(new) => new.because.clone(),
            Raised::Instance(instance) => instance
                .exception_state()
                .map_or_else(String::new, |state| state.borrow().because.clone()),
            Raised::NeedsPython | Raised::Budget(_) => String::new(),
        }
    }

    /// The same about a name that an object (or, for a NameError, a dict of globals) does not have.
    pub fn about(mut self, object: &Value, name: &Rc<Str>) -> Exception {
        if let Raised::New(new) = &mut *self.0 {
            new.about = Some((object.clone(), name.clone()));
        }
        self
    }

    pub fn needs_python() -> Exception {
        Exception(Box::new(Raised::NeedsPython))
    }

    /// The end of a run that used up what it was given. Programs cannot catch it.
    pub fn budget(message: impl Into<String>) -> Exception {
        Exception(Box::new(Raised::Budget(message.into())))
    }

    pub fn raised(&self) -> &Raised {
        &self.0
    }

    pub fn from_raised(raised: Raised) -> Exception {
        Exception(Box::new(raised))
    }

    pub fn into_raised(self) -> Raised {
        *self.0
    }

    pub fn is_needs_python(&self) -> bool {
        matches!(*self.0, Raised::NeedsPython)
    }

    /// Whether it is of this built-in class or of one derived from it. For natives that handle an exception.
    pub fn is(&self, kind: &str) -> bool {
        match &*self.0 {
            Raised::Instance(instance) => {
                let class: &Rc<Class> = &instance.class;
                std::iter::once(class)
                    .chain(&class.ancestors)
                    .any(|class| class.name().as_str() == kind)
            }
            Raised::New(new) => {
                new.kind == kind || super::types::exceptions::is_kind_of(new.kind, kind)
            }
            Raised::NeedsPython | Raised::Budget(_) => false,
        }
    }
}

impl From<Rc<Instance>> for Exception {
    fn from(instance: Rc<Instance>) -> Exception {
        Exception(Box::new(Raised::Instance(instance)))
    }
}

impl std::fmt::Debug for Exception {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &*self.0 {
            Raised::Instance(instance) => {
                write!(f, "Exception({})", instance.class.name().as_str())
            }
            Raised::New(new) => write!(f, "{}: {}", new.kind, new.message),
            Raised::NeedsPython => f.write_str("NeedsPython"),
            Raised::Budget(message) => write!(f, "Budget({message})"),
        }
    }
}

/// What natives return.
pub type PyResult<T = Value> = Result<T, Exception>;

pub fn type_error(message: impl Into<String>) -> Exception {
    Exception::new("TypeError", message)
}
pub fn value_error(message: impl Into<String>) -> Exception {
    Exception::new("ValueError", message)
}
pub fn index_error(message: impl Into<String>) -> Exception {
    Exception::new("IndexError", message)
}
pub fn attribute_error(message: impl Into<String>) -> Exception {
    Exception::new("AttributeError", message)
}
pub fn runtime_error(message: impl Into<String>) -> Exception {
    Exception::new("RuntimeError", message)
}
pub fn overflow_error(message: impl Into<String>) -> Exception {
    Exception::new("OverflowError", message)
}
pub fn key_error(key: Value) -> Exception {
    Exception::with_args("KeyError", vec![key])
}
pub fn stop_iteration() -> Exception {
    Exception::with_args("StopIteration", Vec::new())
}
