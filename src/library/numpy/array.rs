//! `numpy.ndarray`: an array of the engine without a place in autograd. It works with the engine's ops, under numpy's rules
//! for types: floats are float64, and whole numbers with float32 give float64.

use std::cell::RefCell;
use std::rc::Rc;

use super::promote::{Brings, promote};
use super::{index, scalar};
use crate::autograd::GradMode;
use crate::lang::native::{ClassBuilder, Flow, ModuleBuilder, NativeFn};
use crate::lang::objects::{Class, Instance, Iter, IterState, Layout, Payload, Tuple, intern};
use crate::lang::{PyResult, Value, Vm, attribute_error, type_error, value_error};
use crate::library::glue::{arg_of, list, tensor_from, torch};
use crate::ops::{self, Arg, Args, Op, indexing};
use crate::tensor::{self, Array, DType, Tensor};

/// What an ndarray object holds.
pub struct NdArray(pub RefCell<Array>);

/// An array as a Python object.
pub fn wrap(vm: &Vm, array: Array) -> Value {
    let payload = Payload::Native(Rc::new(NdArray(RefCell::new(array))));
    Value::Instance(Instance::new(torch(vm).ndarray_class(), payload))
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

/// What a computation gives: an array, or a scalar where it has no dimensions.
pub fn result(vm: &Vm, array: Array) -> PyResult<Value> {
    if array.ndim() == 0 {
        Ok(scalar::element(vm, &array))
    } else {
        Ok(wrap(vm, array))
    }
}

/// Floats are float64 as long as this lives.
struct Doubles(DType);

impl Doubles {
    fn new() -> Doubles {
        Doubles(tensor::set_default_dtype(DType::F64))
    }
}

impl Drop for Doubles {
    fn drop(&mut self) {
        tensor::set_default_dtype(self.0);
    }
}

/// Calls an op with floats that are float64 by default and outside of autograd.
fn call(vm: &Vm, op: &'static Op, args: Args) -> PyResult<Value> {
    let _doubles = Doubles::new();
    let _mode = GradMode::set(false);
    let mut outputs = ops::call(op, args)?;
    match outputs.len() {
        1 => result(vm, outputs.remove(0).array().clone()),
        _ => Ok(Value::tuple(
            outputs
                .into_iter()
                .map(|output| wrap(vm, output.array().clone()))
                .collect::<Vec<_>>(),
        )),
    }
}

/// Calls an op of two operands, which first take the dtype that numpy's rules promote them to.
///
/// # Errors
/// ValueError in numpy's words where the shapes do not fit.
fn call_binary(vm: &Vm, op: &'static Op, slots: &[Value]) -> PyResult<Option<Value>> {
    let mut operands = Vec::with_capacity(2);
    for slot in slots {
        let operand = if let Some(array) = array_of(slot) {
            (
                Brings::Dtype(array.dtype()),
                Arg::Tensor(Tensor::new(array)),
            )
        } else if let Some(brings) = scalar::brings(vm, slot) {
            (brings, argument(vm, slot)?)
        } else if slot.native::<Tensor>().is_none()
            && let Value::List(_) | Value::Tuple(_) | Value::Range(_) = slot.base()
        {
            let _doubles = Doubles::new();
            let tensor = tensor_from(vm, slot, None)?;
            (Brings::Dtype(tensor.dtype()), Arg::Tensor(tensor))
        } else {
            return Ok(None);
        };
        operands.push(operand);
    }
    let [(left, a), (right, b)] = &mut operands[..] else {
        return Ok(None);
    };
    let dtype = promote(*left, *right);
    if let (Arg::Tensor(a), Arg::Tensor(b)) = (&*a, &*b) {
        fits(op, &a.shape(), &b.shape())?;
    }
    for operand in [a, b] {
        match operand {
            Arg::Tensor(tensor) if tensor.dtype() != dtype => {
                let converted = tensor.array().to_dtype(dtype)?;
                *operand = Arg::Tensor(Tensor::new(converted));
            }
            _ => {}
        }
    }
    let mut args = Args::default();
    operands
        .into_iter()
        .for_each(|(_, operand)| args.push(operand));
    call(vm, op, args).map(Some)
}

/// Whether the shapes of two operands go together.
fn fits(op: &'static Op, a: &[usize], b: &[usize]) -> PyResult<()> {
    if op.name == "matmul" {
        let (Some(&inner), Some(&other)) =
            (a.last(), b.get(b.len().saturating_sub(2)).or(b.last()))
        else {
            return Err(value_error(
                "matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)",
            ));
        };
        if inner != other {
            return Err(value_error(format!(
                "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size {other} is different from {inner})"
            )));
        }
        return Ok(());
    }
    let pairs = a.iter().rev().zip(b.iter().rev());
    if pairs.clone().all(|(&x, &y)| x == y || x == 1 || y == 1) {
        return Ok(());
    }
    let text = |shape: &[usize]| match shape {
        [one] => format!("({one},)"),
        _ => {
            let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
            format!("({})", sizes.join(","))
        }
    };
    Err(value_error(format!(
        "operands could not be broadcast together with shapes {} {} ",
        text(a),
        text(b)
    )))
}

fn argument(vm: &Vm, value: &Value) -> PyResult<Arg> {
    arg_of(value)?.ok_or_else(|| {
        type_error(format!(
            "numpy cannot take an argument of type {}",
            vm.types.of(value).name().as_str()
        ))
    })
}

/// The class behind `numpy.ndarray`: what is not written in Python in `numpy/ndarray.py`.
pub fn class(vm: &Vm) -> Rc<Class> {
    let mut class = ClassBuilder::new("ArrayBase", "numpy")
        .layout(Layout::Native)
        .getter("shape", |_, slots| {
            Ok(Value::tuple(
                this(slots)?.shape().iter().map(|&size| Value::from(size)),
            ))
        })
        .getter("ndim", |_, slots| Ok(Value::from(this(slots)?.ndim())))
        .getter("size", |_, slots| Ok(Value::from(this(slots)?.numel())))
        .getter("itemsize", |_, slots| {
            Ok(Value::from(this(slots)?.dtype().size()))
        })
        .getter("strides", |_, slots| {
            let array = this(slots)?;
            let size = array.dtype().size() as i64;
            Ok(Value::tuple(
                array
                    .strides()
                    .iter()
                    .map(|&stride| Value::Int(stride as i64 * size)),
            ))
        })
        .getter("_dtype_name", |_, slots| {
            Ok(this(slots)?.dtype().name().into())
        })
        .method("tolist", "(self)", |_, slots| Ok(list(&this(slots)?)))
        .method("__len__", "(self, /)", |_, slots| {
            match this(slots)?.shape().first() {
                Some(&length) => Ok(Value::from(length)),
                None => Err(type_error("len() of unsized object")),
            }
        })
        .method("__iter__", "(self, /)", iterate)
        .method("__getitem__", "(self, index, /)", |vm, slots| {
            result(vm, index::get(vm, &this(slots)?, &slots[1])?)
        })
        .method("__setitem__", "(self, index, value, /)", |vm, slots| {
            let array = this(slots)?;
            let value = match arg_of(&slots[2])? {
                Some(value @ (Arg::Int(_) | Arg::Float(_) | Arg::Bool(_) | Arg::Tensor(_))) => {
                    value
                }
                _ => Arg::Tensor(tensor_from(vm, &slots[2], Some(array.dtype()))?),
            };
            index::set(vm, &array, &slots[1], &value)?;
            Ok(Value::None)
        });
    for (number, op) in ops::LIST.iter().enumerate() {
        for &operator in op.operators {
            let signature = if ops::signature::parameters(op.signature).count() == 1 {
                "(self, /)"
            } else {
                "(self, other, /)"
            };
            class = class.native(operator, signature, NativeFn::Indexed(operate, number));
        }
    }
    class.build(vm)
}

fn iterate(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let array = this(slots)?;
    let Some(&length) = array.shape().first() else {
        return Err(type_error("iteration over a 0-d array"));
    };
    let tensor = Tensor::new(array);
    let mut rows = Vec::with_capacity(length);
    for at in 0..length as i64 {
        let row = indexing::get_item(&tensor, &[tensor::index::IndexItem::Int(at)])?;
        rows.push(result(vm, row.array().clone())?);
    }
    Ok(Iter::value(IterState::Tuple {
        tuple: Rc::new(Tuple::new(rows)),
        index: 0,
    }))
}

fn operate(vm: &mut Vm, number: usize, slots: &[Value]) -> PyResult<Flow> {
    let op = ops::LIST[number];
    if let [one] = slots {
        let mut args = Args::default();
        args.push(argument(vm, one)?);
        return Ok(call(vm, op, args)?.into());
    }
    // A tensor computes by its own rules.
    Ok(call_binary(vm, op, slots)?
        .unwrap_or(Value::NotImplemented)
        .into())
}

/// `_numpy`: the class, arrays from lists, and any op by its name.
pub fn module(vm: &Vm) -> ModuleBuilder {
    let scalars = torch(vm).numpy_scalars(vm);
    let module = scalars
        .all()
        .fold(ModuleBuilder::new("_numpy"), ModuleBuilder::class);
    module
        .value("ArrayBase", Value::Class(torch(vm).ndarray_class()))
        .function("set_array_class", "(cls, /)", |vm, slots| {
            if let Value::Class(class) = &slots[0] {
                torch(vm).set_ndarray_class(class.clone());
            }
            Ok(Value::None)
        })
        .function("array", "(data, dtype, copy, /)", |vm, slots| {
            let _doubles = Doubles::new();
            let dtype = slots[1]
                .as_str()
                .and_then(|name| DType::ALL.into_iter().find(|dtype| dtype.name() == name));
            let array = match array_of(&slots[0]) {
                Some(array) if !matches!(slots[2], Value::Bool(true)) => {
                    array.to_dtype(dtype.unwrap_or(array.dtype()))?
                }
                _ => tensor_from(vm, &slots[0], dtype)?.array().clone(),
            };
            Ok(wrap(vm, array))
        })
        .function("call", "(name, /, *args)", |vm, slots| {
            let name = slots[0].as_str().unwrap_or_default();
            let Some(op) = ops::find(name) else {
                return Err(attribute_error(format!("there is no op {name}")));
            };
            let mut args = Args::default();
            if let Value::Tuple(given) = &slots[1] {
                for value in given.iter() {
                    args.push(argument(vm, value)?);
                }
            }
            call(vm, op, args)
        })
        .function("binary", "(name, a, b, /)", |vm, slots| {
            let name = slots[0].as_str().unwrap_or_default();
            let Some(op) = ops::find(name) else {
                return Err(attribute_error(format!("there is no op {name}")));
            };
            match call_binary(vm, op, &slots[1..])? {
                Some(value) => Ok(value),
                None => Err(type_error(format!(
                    "ufunc '{name}' not supported for the input types"
                ))),
            }
        })
        .function("promoted", "(a, b, /)", |_, slots| {
            let dtype = |slot: &Value| {
                let name = slot.as_str().unwrap_or_default();
                DType::ALL.into_iter().find(|dtype| dtype.name() == name)
            };
            match (dtype(&slots[0]), dtype(&slots[1])) {
                (Some(a), Some(b)) => Ok(promote(Brings::Dtype(a), Brings::Dtype(b)).name().into()),
                _ => Err(type_error("data type not understood")),
            }
        })
        .function("same_storage", "(a, b, /)", |_, slots| {
            let pair = array_of(&slots[0]).zip(array_of(&slots[1]));
            let same = pair.is_some_and(|(a, b)| a.storage().id() == b.storage().id());
            Ok(same.into())
        })
        .function("element", "(array, /)", |vm, slots| {
            Ok(scalar::element(vm, &this(slots)?))
        })
        .function("float_text", "(value, dtype, /)", |_, slots| {
            let dtype = match slots[1].as_str() {
                Some("float32") => DType::F32,
                _ => DType::F64,
            };
            match slots[0].base() {
                Value::Float(float) => Ok(scalar::float_text(*float, dtype).into()),
                _ => Err(type_error("expected a float")),
            }
        })
        .function("give", "(name, function, /)", |vm, slots| {
            let scalars = torch(vm).numpy_scalars(vm);
            let generic = scalars
                .all()
                .find(|class| class.name().as_str() == "generic");
            if let (Some(generic), Some(name)) = (generic, slots[0].as_str()) {
                generic.set_attribute(&intern(name), slots[1].clone());
            }
            Ok(Value::None)
        })
        .class(&super::random::legacy(vm))
        .class(&super::random::pcg(vm))
}
