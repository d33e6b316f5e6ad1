//! `numpy.ndarray`: an array of the engine without a place in autograd. It works with the engine's ops, under numpy's rules
//! for types: floats are float64, and whole numbers with float32 give float64.

use std::cell::RefCell;
use std::rc::Rc;

use crate::autograd::GradMode;
use crate::lang::native::{ClassBuilder, Flow, ModuleBuilder, NativeFn};
use crate::lang::objects::{Class, Instance, Iter, IterState, Layout, Payload, Tuple};
use crate::lang::{PyResult, Value, Vm, attribute_error, type_error};
use crate::library::glue::{self, arg_of, index_items, list, tensor_from, torch};
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

/// What a computation gives: an array, or a Python number where it has no dimensions.
fn result(vm: &Vm, array: Array) -> PyResult<Value> {
    if array.ndim() == 0 {
        glue::item(&Tensor::new(array))
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

/// Calls an op under numpy's rules.
fn call(vm: &Vm, op: &'static Op, mut args: Args) -> PyResult<Value> {
    let _doubles = Doubles::new();
    let _mode = GradMode::set(false);
    let dtypes: Vec<DType> = args.tensors().map(Tensor::dtype).collect();
    let mixed = dtypes.contains(&DType::F32)
        && dtypes
            .iter()
            .any(|dtype| matches!(dtype, DType::I32 | DType::I64 | DType::F64));
    if mixed && dtypes.len() == 2 {
        for arg in args.iter_mut() {
            if let Arg::Tensor(tensor) = arg {
                let wide = tensor.array().to_dtype(DType::F64)?;
                *tensor = Tensor::new(wide);
            }
        }
    }
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
            let items = index_items(vm, &slots[1])?;
            result(
                vm,
                indexing::get_item(&Tensor::new(this(slots)?), &items)?
                    .array()
                    .clone(),
            )
        })
        .method("__setitem__", "(self, index, value, /)", |vm, slots| {
            let (array, items) = (this(slots)?, index_items(vm, &slots[1])?);
            let value = match arg_of(&slots[2])? {
                Some(value @ (Arg::Int(_) | Arg::Float(_) | Arg::Bool(_) | Arg::Tensor(_))) => {
                    value
                }
                _ => Arg::Tensor(tensor_from(vm, &slots[2], Some(array.dtype()))?),
            };
            indexing::set_item(&Tensor::new(array), &items, &value)?;
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
    let mut args = Args::default();
    for slot in slots {
        match arg_of(slot)? {
            // A tensor computes by its own rules.
            Some(Arg::Tensor(_)) if slot.native::<Tensor>().is_some() => {
                return Ok(Value::NotImplemented.into());
            }
            Some(arg @ (Arg::Tensor(_) | Arg::Int(_) | Arg::Float(_) | Arg::Bool(_))) => {
                args.push(arg)
            }
            Some(Arg::Ints(_) | Arg::Floats(_)) => {
                let _doubles = Doubles::new();
                args.push(Arg::Tensor(tensor_from(vm, slot, None)?));
            }
            _ => return Ok(Value::NotImplemented.into()),
        }
    }
    Ok(call(vm, ops::LIST[number], args)?.into())
}

/// `_numpy`: the class, arrays from lists, and any op by its name.
pub fn module(vm: &Vm) -> ModuleBuilder {
    ModuleBuilder::new("_numpy")
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
        .class(&super::random::class(vm))
}
