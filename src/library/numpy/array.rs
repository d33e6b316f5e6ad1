//! `numpy.ndarray`: an array of the engine without a place in autograd.

use std::cell::RefCell;
use std::rc::Rc;

use crate::lang::native::ClassBuilder;
use crate::lang::objects::{Class, Instance, Layout};
use crate::lang::{PyResult, Value, Vm, type_error};
use crate::library::glue::list;
use crate::tensor::Array;

/// What an ndarray object holds.
pub struct NdArray(pub RefCell<Array>);

/// An array as a Python object.
pub fn wrap(vm: &Vm, array: Array) -> Value {
    Instance::native_of(
        &crate::library::glue::torch(vm).ndarray_class(),
        NdArray(RefCell::new(array)),
    )
}

/// The array in a Python object.
pub fn array_of(value: &Value) -> Option<Array> {
    value
        .native::<NdArray>()
        .map(|array| array.0.borrow().clone())
}

fn this(slots: &[Value]) -> PyResult<Array> {
    array_of(&slots[0]).ok_or_else(|| type_error("expected a numpy.ndarray"))
}

/// The class `numpy.ndarray`.
pub fn class(vm: &Vm) -> Rc<Class> {
    ClassBuilder::new("ndarray", "numpy")
        .layout(Layout::Native)
        .method("tolist", "(self)", |_, slots| Ok(list(&this(slots)?)))
        .build(vm)
}
