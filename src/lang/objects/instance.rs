//! Instances of classes.

use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::ops::Deref;
use std::rc::Rc;

use super::graveyard::bury_one;
use super::{Class, Dict, Str, Traceback};
use crate::lang::Value;

/// An object made from a class.
pub struct Instance {
    pub class: Kind,
    dict: OnceCell<Rc<Dict>>,
    pub payload: Payload,
}

/// The class of an instance, which `x.__class__ = Other` can change. The former ones stay: something may be looking at
/// them just now.
pub struct Kind {
    class: Rc<Class>,
    then: OnceCell<Box<Kind>>,
}

impl From<Rc<Class>> for Kind {
    fn from(class: Rc<Class>) -> Kind {
        let then = OnceCell::new();
        Kind { class, then }
    }
}

impl Deref for Kind {
    type Target = Rc<Class>;
    #[inline]
    fn deref(&self) -> &Rc<Class> {
        match self.then.get() {
            None => &self.class,
            Some(then) => then,
        }
    }
}

impl Kind {
    /// From now on it is this class.
    pub fn become_(&self, class: Rc<Class>) {
        let mut last = self;
        while let Some(then) = last.then.get() {
            last = then;
        }
        // The last one has no next, so this sets it.
        let _ = last.then.set(Box::new(Kind::from(class)));
    }
}

/// What an instance carries beside its attributes.
pub enum Payload {
    None,
    /// The built-in part of a `class Grid(list)`.
    Value(OnceCell<Value>),
    Exception(Box<RefCell<ExceptionState>>),
    /// A library's Rust value: the engine's tensor in a torch.Tensor.
    Native(Rc<dyn Any>),
}

/// What every exception object has.
pub struct ExceptionState {
    /// Always a tuple.
    pub args: Value,
    pub cause: Value,
    pub context: Value,
    pub suppress_context: bool,
    pub traceback: Option<Rc<Traceback>>,
    /// Why, in words for the learner, after the message (a shape rule, say). Empty for Python's own exceptions.
    pub because: String,
    /// The object and the name that it does not have, for "Did you mean".
    pub about: Option<(Value, Rc<Str>)>,
    /// More that a library wants to hand to the page: a shape clash as data.
    pub detail: Option<Rc<dyn Any>>,
}

impl Drop for ExceptionState {
    fn drop(&mut self) {
        bury_one(std::mem::take(&mut self.cause));
        bury_one(std::mem::take(&mut self.context));
    }
}

impl ExceptionState {
    pub fn new(args: Value) -> ExceptionState {
        ExceptionState {
            args,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            traceback: None,
            because: String::new(),
            about: None,
            detail: None,
        }
    }
}

impl Instance {
    pub fn new(class: Rc<Class>, payload: Payload) -> Rc<Instance> {
        Rc::new(Instance {
            class: Kind::from(class),
            dict: OnceCell::new(),
            payload,
        })
    }

    /// An instance of a native class around a Rust value.
    pub fn native_of<T: 'static>(class: &Rc<Class>, value: T) -> Value {
        Value::Instance(Instance::new(
            class.clone(),
            Payload::Native(Rc::new(value)),
        ))
    }

    pub fn exception(class: Rc<Class>, args: Value) -> Rc<Instance> {
        Instance::new(
            class,
            Payload::Exception(Box::new(RefCell::new(ExceptionState::new(args)))),
        )
    }

    /// The attributes; made at the first use.
    #[inline]
    pub fn dict(&self) -> &Rc<Dict> {
        self.dict.get_or_init(Rc::default)
    }

    /// The attributes if there ever were any.
    #[inline]
    pub fn dict_if_any(&self) -> Option<&Rc<Dict>> {
        self.dict.get()
    }

    pub fn base_value(&self) -> Option<&Value> {
        match &self.payload {
            Payload::Value(value) => value.get(),
            _ => None,
        }
    }

    pub fn native<T: 'static>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Native(value) => value.downcast_ref::<T>(),
            _ => None,
        }
    }

    pub fn exception_state(&self) -> Option<&RefCell<ExceptionState>> {
        match &self.payload {
            Payload::Exception(state) => Some(state),
            _ => None,
        }
    }
}
