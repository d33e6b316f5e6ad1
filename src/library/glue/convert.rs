//! Python values as arguments of ops, and tensors as Python values.

use std::any::Any;
use std::rc::{Rc, Weak};

use smallvec::SmallVec;

use super::Torch;
use super::small::DTypeObject;
use crate::lang::objects::{Instance, Payload};
use crate::lang::{PyResult, Value, Vm, runtime_error};
use crate::library::numpy::NdArray;
use crate::ops::{Arg, Outputs, Returns};
use crate::tensor::{Tensor, random::GeneratorRef};

/// The tensor in a Python object: a `torch.Tensor`, a Parameter, or a numpy array as a tensor that shares its memory.
pub fn tensor_of(value: &Value) -> Option<Tensor> {
    if let Some(tensor) = value.native::<Tensor>() {
        return Some(tensor.clone());
    }
    value
        .native::<NdArray>()
        .map(|array| Tensor::new(array.0.borrow().clone()))
}

/// The argument that a value is, or `None` if no op takes such a thing.
///
/// # Errors
/// RuntimeError for an int beyond 64 bits.
pub fn arg_of(value: &Value) -> PyResult<Option<Arg>> {
    Ok(Some(match value.base() {
        Value::Undefined | Value::None => Arg::None,
        Value::Bool(flag) => Arg::Bool(*flag),
        Value::Int(int) => Arg::Int(*int),
        Value::Float(float) => Arg::Float(*float),
        Value::BigInt(_) => {
            return Err(runtime_error(
                "value cannot be converted to type int64_t without overflow",
            ));
        }
        Value::Str(text) => Arg::Str(text.as_str().into()),
        Value::List(list) => return sequence_arg(&list.items.borrow()),
        Value::Tuple(items) => return sequence_arg(items),
        Value::Range(range) => Arg::Ints((0..range.len()).map(|i| range.get(i)).collect()),
        Value::Instance(instance) => {
            if let Some(tensor) = tensor_of(value) {
                Arg::Tensor(tensor)
            } else if let Some(dtype) = instance.native::<DTypeObject>() {
                Arg::DType(dtype.supported()?)
            } else if instance.native::<GeneratorRef>().is_some() {
                Arg::None
            } else {
                return Ok(None);
            }
        }
        _ => return Ok(None),
    }))
}

/// A list of ints, of numbers, or of tensors.
fn sequence_arg(items: &[Value]) -> PyResult<Option<Arg>> {
    let mut ints: SmallVec<[i64; 4]> = SmallVec::new();
    let mut floats = Vec::new();
    let mut tensors = Vec::new();
    for item in items {
        match arg_of(item)? {
            Some(Arg::Int(int)) => {
                ints.push(int);
                floats.push(int as f64);
            }
            Some(Arg::Bool(flag)) => {
                ints.push(i64::from(flag));
                floats.push(f64::from(u8::from(flag)));
            }
            Some(Arg::Float(float)) => floats.push(float),
            Some(Arg::Tensor(tensor)) => tensors.push(tensor),
            _ => return Ok(None),
        }
    }
    let count = items.len();
    Ok(if ints.len() == count {
        Some(Arg::Ints(ints))
    } else if floats.len() == count {
        Some(Arg::Floats(floats.into()))
    } else if tensors.len() == count {
        Some(Arg::Tensors(tensors.into()))
    } else if floats.is_empty() {
        None
    } else {
        // Sizes may be given as tensors of one element among ints.
        mixed_ints(items)
    })
}

fn mixed_ints(items: &[Value]) -> Option<Arg> {
    let one = |item: &Value| match item.base() {
        Value::Int(int) => Some(*int),
        _ => tensor_of(item)
            .filter(|tensor| tensor.numel() == 1 && !tensor.dtype().is_float())
            .and_then(|tensor| tensor.array().first_i64()),
    };
    items
        .iter()
        .map(one)
        .collect::<Option<SmallVec<_>>>()
        .map(Arg::Ints)
}

impl Torch {
    /// A tensor as a Python object: the same object as before while the program still holds it.
    pub fn wrap(&self, tensor: Tensor) -> Value {
        if let Some(Ok(instance)) = tensor.companion().map(Rc::downcast::<Instance>) {
            return Value::Instance(instance);
        }
        self.wrap_as(tensor, self.tensor_class())
    }

    /// A new Python object of this class for a tensor.
    pub fn wrap_as(&self, tensor: Tensor, class: Rc<crate::lang::objects::Class>) -> Value {
        let instance = Instance::new(class, Payload::Native(Rc::new(tensor.clone())));
        let weak: Weak<dyn Any> = Rc::downgrade(&instance) as Weak<Instance>;
        tensor.set_companion(weak);
        Value::Instance(instance)
    }

    pub fn wrap_optional(&self, tensor: Option<Tensor>) -> Value {
        tensor.map_or(Value::None, |tensor| self.wrap(tensor))
    }

    /// What an op returns to Python.
    pub fn wrap_outputs(&self, vm: &mut Vm, outputs: Outputs, returns: Returns) -> PyResult<Value> {
        let mut values: Vec<Value> = outputs
            .iter()
            .map(|output| self.wrap(output.clone()))
            .collect();
        Ok(match returns {
            Returns::Tensor => values.pop().unwrap_or_default(),
            Returns::Tuple => Value::tuple(values),
            Returns::List => Value::list(values),
            Returns::Bool => Value::Bool(
                outputs
                    .first()
                    .is_some_and(|flag| flag.item().is_ok_and(|flag| flag != 0.0)),
            ),
            Returns::TensorOrTuple | Returns::TensorOrNamed(..) if values.len() == 1 => {
                values.pop().unwrap_or_default()
            }
            Returns::TensorOrTuple => Value::tuple(values),
            Returns::Named(name, fields) | Returns::TensorOrNamed(name, fields) => {
                self.named(vm, name, fields, values)
            }
        })
    }
}
