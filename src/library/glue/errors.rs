//! Failures of the engine as Python exceptions.

use std::any::Any;
use std::rc::Rc;

use crate::lang::Exception;
use crate::tensor::TensorError;

impl From<TensorError> for Exception {
    fn from(error: TensorError) -> Exception {
        let shape = error.shape.map(|clash| Rc::from(clash as Box<dyn Any>));
        Exception::new(error.kind.name(), error.message).because(error.because, shape)
    }
}
