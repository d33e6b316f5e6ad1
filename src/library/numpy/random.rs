//! The class `Bits`: numpy's legacy generator as a Python object. `numpy/random.py` makes RandomState of it.

use std::cell::RefCell;
use std::rc::Rc;

use super::RandomState;
use crate::lang::native::ClassBuilder;
use crate::lang::objects::{Class, Instance, Layout, Payload};
use crate::lang::{PyResult, Value, Vm, type_error, value_error};

type Shared = RefCell<RandomState>;

fn this(slots: &[Value]) -> PyResult<&Shared> {
    slots[0]
        .native::<Shared>()
        .ok_or_else(|| type_error("expected a RandomState"))
}

pub fn class(vm: &Vm) -> Rc<Class> {
    ClassBuilder::new("Bits", "numpy.random")
        .layout(Layout::Native)
        .method("__new__", "(cls, seed=None)", |_, slots| {
            let (Value::Class(class), seed) = (&slots[0], seed_of(&slots[1])?) else {
                return Err(type_error("expected a class"));
            };
            let state: Shared = RefCell::new(RandomState::new(seed));
            Ok(Value::Instance(Instance::new(
                class.clone(),
                Payload::Native(Rc::new(state)),
            )))
        })
        .method("_seed", "(self, seed, /)", |_, slots| {
            *this(slots)?.borrow_mut() = RandomState::new(seed_of(&slots[1])?);
            Ok(Value::None)
        })
        .method("_random", "(self, /)", |_, slots| {
            Ok(this(slots)?.borrow_mut().random().into())
        })
        .method("_normal", "(self, /)", |_, slots| {
            Ok(this(slots)?.borrow_mut().normal().into())
        })
        .method("_below", "(self, count, /)", |_, slots| match slots[1] {
            Value::Int(count) if count > 0 => Ok(Value::Int(
                this(slots)?.borrow_mut().interval(count as u64 - 1) as i64,
            )),
            _ => Err(value_error("low >= high")),
        })
        .build(vm)
}

/// Without a seed the numbers are the same at every run too: there is no clock here.
fn seed_of(value: &Value) -> PyResult<u32> {
    match value.base() {
        Value::None | Value::Undefined => Ok(0x6b69_6e64),
        Value::Int(seed) => {
            u32::try_from(*seed).map_err(|_| value_error("Seed must be between 0 and 2**32 - 1"))
        }
        _ => Err(type_error("Cannot cast seed to an int")),
    }
}
