//! What a tensor object has beside the ops: attributes, conversions to Python, and how it prints.

use std::rc::Rc;

use super::{Torch, tensor_of, torch};
use crate::lang::native::{ClassBuilder, ModuleBuilder};
use crate::lang::objects::{Iter, IterState, Layout, Tuple};
use crate::lang::{PyResult, Value, Vm, index_error, runtime_error, type_error};
use crate::ops;
use crate::tensor::{Array, DType, Tensor, print};

/// The tensor that a method was called on.
fn this(slots: &[Value]) -> PyResult<&Tensor> {
    slots[0]
        .native::<Tensor>()
        .ok_or_else(|| type_error("expected a torch.Tensor"))
}

/// Adds everything that is no op to the class.
pub fn attributes(class: ClassBuilder) -> ClassBuilder {
    let class = class.layout(Layout::Native);
    let class = geometry(class);
    let class = places(class);
    let class = numbers(class);
    let class = containers(class);
    class
        .static_method(
            "_make_subclass",
            "(cls, data, require_grad=False)",
            make_subclass,
        )
        .method("__repr__", "(self, /)", |vm, slots| {
            Ok(repr(vm, &slots[0])?.into())
        })
        .method("__hash__", "(self, /)", |_, slots| {
            Ok(Value::Int((this(slots)?.id() * 16) as i64))
        })
}

/// `_torch` functions about tensors.
pub fn add_to(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function("set_tensor_class", "(cls, /)", |vm, slots| {
            if let Value::Class(class) = &slots[0] {
                torch(vm).set_tensor_class(class.clone());
            }
            Ok(Value::None)
        })
        .function("set_printoptions", "(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None)", set_print_options)
}

fn geometry(class: ClassBuilder) -> ClassBuilder {
    class
        .getter("shape", |vm, slots| Ok(torch(vm).size_of(this(slots)?)))
        .method("size", "(self, dim=None)", |vm, slots| {
            let tensor = this(slots)?;
            match slots[1].base() {
                Value::Int(dim) => Ok(Value::from(
                    tensor.shape()[crate::tensor::existing_dim(*dim, tensor.ndim())?],
                )),
                _ => Ok(torch(vm).size_of(tensor)),
            }
        })
        .method("stride", "(self, dim=None)", |_, slots| {
            let strides: Vec<i64> = this(slots)?
                .array()
                .strides()
                .iter()
                .map(|&stride| stride as i64)
                .collect();
            match slots[1].base() {
                Value::Int(dim) => Ok(Value::Int(
                    strides[crate::tensor::existing_dim(*dim, strides.len())?],
                )),
                _ => Ok(Value::tuple(strides.into_iter().map(Value::Int))),
            }
        })
        .method("dim", "(self)", |_, slots| {
            Ok(Value::from(this(slots)?.ndim()))
        })
        .method("ndimension", "(self)", |_, slots| {
            Ok(Value::from(this(slots)?.ndim()))
        })
        .getter("ndim", |_, slots| Ok(Value::from(this(slots)?.ndim())))
        .method("numel", "(self)", |_, slots| {
            Ok(Value::from(this(slots)?.numel()))
        })
        .method("nelement", "(self)", |_, slots| {
            Ok(Value::from(this(slots)?.numel()))
        })
        .method("element_size", "(self)", |_, slots| {
            Ok(Value::from(this(slots)?.dtype().size()))
        })
        .getter("itemsize", |_, slots| {
            Ok(Value::from(this(slots)?.dtype().size()))
        })
        .getter("nbytes", |_, slots| {
            Ok(Value::from(
                this(slots)?.numel() * this(slots)?.dtype().size(),
            ))
        })
        .method("storage_offset", "(self)", |_, slots| {
            Ok(Value::from(this(slots)?.array().offset()))
        })
        .method("data_ptr", "(self)", |_, slots| {
            let tensor = this(slots)?;
            let array = tensor.array();
            let address =
                array.storage().id() as usize * 4096 + array.offset() * tensor.dtype().size();
            Ok(Value::from(address))
        })
        .method("is_contiguous", "(self, memory_format=None)", |_, slots| {
            Ok(this(slots)?.array().is_contiguous().into())
        })
        .getter("dtype", |vm, slots| {
            Ok(torch(vm).dtype(this(slots)?.dtype()))
        })
        .getter("device", |vm, _| Ok(torch(vm).cpu.clone()))
        .getter("is_cuda", |_, _| Ok(false.into()))
        .getter("is_sparse", |_, _| Ok(false.into()))
        .getter("is_quantized", |_, _| Ok(false.into()))
        .method("is_floating_point", "(self)", |_, slots| {
            Ok(this(slots)?.dtype().is_float().into())
        })
        .method("is_complex", "(self)", |_, _| Ok(false.into()))
        .method("is_signed", "(self)", |_, slots| {
            Ok((!matches!(this(slots)?.dtype(), DType::Bool | DType::U8)).into())
        })
}

/// The tensor's place in autograd.
fn places(class: ClassBuilder) -> ClassBuilder {
    class
        .property(
            "requires_grad",
            |_, slots| Ok(this(slots)?.requires_grad().into()),
            |_, slots| {
                this(slots)?.set_requires_grad(matches!(slots[1], Value::Bool(true)))?;
                Ok(Value::None)
            },
        )
        .method(
            "requires_grad_",
            "(self, requires_grad=True)",
            |_, slots| {
                this(slots)?.set_requires_grad(matches!(slots[1], Value::Bool(true)))?;
                Ok(slots[0].clone())
            },
        )
        .getter("is_leaf", |_, slots| Ok(this(slots)?.is_leaf().into()))
        .getter("grad_fn", |vm, slots| {
            Ok(this(slots)?
                .grad_fn()
                .map_or(Value::None, |edge| torch(vm).node(vm, &edge.node)))
        })
        .getter("output_nr", |_, slots| {
            Ok(Value::from(
                this(slots)?.grad_fn().map_or(0, |edge| edge.output),
            ))
        })
        .getter("_version", |_, slots| {
            Ok(Value::Int(i64::from(this(slots)?.version())))
        })
        .getter("_base", |vm, slots| {
            Ok(torch(vm).wrap_optional(this(slots)?.base()))
        })
        .method("_is_view", "(self)", |_, slots| {
            Ok(this(slots)?.base().is_some().into())
        })
        .getter("retains_grad", |_, slots| {
            Ok(this(slots)?.retains_grad().into())
        })
        .method("retain_grad", "(self)", |_, slots| {
            this(slots)?.retain_grad()?;
            Ok(Value::None)
        })
        .property(
            "grad",
            |vm, slots| Ok(torch(vm).wrap_optional(this(slots)?.grad())),
            set_grad,
        )
        .property(
            "data",
            |vm, slots| Ok(torch(vm).wrap(this(slots)?.data())),
            |_, slots| {
                let Some(data) = tensor_of(&slots[1]) else {
                    return Err(type_error("Variable data has to be a tensor"));
                };
                this(slots)?.set_array(data.array().clone());
                Ok(Value::None)
            },
        )
        .method("detach", "(self)", |vm, slots| {
            Ok(torch(vm).wrap(this(slots)?.detach()))
        })
        .method("_register_hook", "(self, hook, /)", |_, slots| {
            let id = this(slots)?.register_hook(Rc::new(slots[1].clone()))?;
            Ok(Value::Int(id as i64))
        })
        .method(
            "_register_post_accumulate_grad_hook",
            "(self, hook, /)",
            |_, slots| {
                let id =
                    this(slots)?.register_post_accumulate_grad_hook(Rc::new(slots[1].clone()))?;
                Ok(Value::Int(id as i64))
            },
        )
        .method("_remove_hook", "(self, id, /)", |_, slots| {
            if let Value::Int(id) = slots[1] {
                this(slots)?.remove_hook(id as u64);
            }
            Ok(Value::None)
        })
}

fn set_grad(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let tensor = this(slots)?;
    if slots[1].is_none() {
        tensor.set_grad(None);
        return Ok(Value::None);
    }
    let Some(grad) = tensor_of(&slots[1]) else {
        let kind = vm.types.of(&slots[1]).full_name();
        return Err(type_error(format!(
            "assigned grad expected to be a Tensor or None but got grad of type {kind}"
        )));
    };
    if grad.same(tensor) {
        return Err(runtime_error("can't assign Variable as its own grad"));
    }
    if grad.dtype() != tensor.dtype() {
        return Err(runtime_error(format!(
            "attempting to assign a gradient with dtype '{}' to a tensor with grad_dtype '{}'. The gradient must match the tensor's \
             grad_dtype (defaults to the tensor's dtype). You can set the tensor's grad_dtype attribute with a specific dtype, or None to \
             allow any dtype. Set grad_dtype with caution. Diverging the dtypes of a tensor and its gradient may break downstream systems \
             that assume they match.",
            grad.dtype().word().to_lowercase(),
            tensor.dtype().word().to_lowercase(),
        )));
    }
    if grad.shape() != tensor.shape() {
        return Err(runtime_error(format!(
            "attempting to assign a gradient of size '{}' to a tensor of size '{}'. Please ensure that the gradient and the tensor are \
             the same size",
            crate::tensor::size_text(&grad.shape()),
            crate::tensor::size_text(&tensor.shape())
        )));
    }
    tensor.set_grad(Some(grad));
    Ok(Value::None)
}

/// `x.to(dtype)`, `x.to(device)`, `x.to(other)`, and all of them by name.
fn to(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let tensor = this(slots)?;
    let mut wanted = super::create::dtype_argument(&slots[2])?;
    super::small::check_device(&slots[3])?;
    let Value::Tuple(args) = &slots[1] else {
        return Ok(slots[0].clone());
    };
    for arg in args.iter() {
        match arg {
            Value::None | Value::Bool(_) => {}
            _ if arg.native::<super::small::DTypeObject>().is_some() => {
                wanted = super::create::dtype_argument(arg)?
            }
            _ => match tensor_of(arg) {
                Some(other) => wanted = Some(other.dtype()),
                None => super::small::check_device(arg)?,
            },
        }
    }
    let copies = matches!(slots[5], Value::Bool(true));
    let dtype = wanted.unwrap_or(tensor.dtype());
    if dtype == tensor.dtype() && !copies {
        return Ok(slots[0].clone());
    }
    Ok(torch(vm).wrap(if copies {
        ops::clone(&ops::to_dtype(tensor, dtype)?)?
    } else {
        ops::to_dtype(tensor, dtype)?
    }))
}

/// A tensor of one element as a Python number.
fn numbers(class: ClassBuilder) -> ClassBuilder {
    class
        .method("to", "(self, /, *args, dtype=None, device=None, non_blocking=False, copy=False, memory_format=None)", to)
        .method("item", "(self)", |_, slots| item(this(slots)?))
        .method("__bool__", "(self, /)", |_, slots| {
            let tensor = this(slots)?;
            match tensor.numel() {
                1 => Ok((tensor.item()? != 0.0).into()),
                0 => Err(runtime_error(
                    "Boolean value of Tensor with no values is ambiguous",
                )),
                _ => Err(runtime_error(
                    "Boolean value of Tensor with more than one value is ambiguous",
                )
                .because(
                    "Should all of its elements be true, or any one? Write .all() or .any().",
                    None,
                )),
            }
        })
        .method("__float__", "(self, /)", |_, slots| {
            Ok(Value::Float(single(this(slots)?)?))
        })
        .method("__int__", "(self, /)", |_, slots| {
            let tensor = this(slots)?;
            single(tensor)?;
            Ok(match item(tensor)? {
                Value::Float(value) => Value::Int(value as i64),
                Value::Bool(flag) => Value::Int(i64::from(flag)),
                value => value,
            })
        })
        .method("__index__", "(self, /)", |_, slots| {
            let tensor = this(slots)?;
            if tensor.numel() != 1 || tensor.dtype().is_float() {
                return Err(type_error(
                    "only integer tensors of a single element can be converted to an index",
                ));
            }
            Ok(Value::Int(tensor.array().first_i64().unwrap_or_default()))
        })
        .method("tolist", "(self)", |_, slots| {
            Ok(list(&this(slots)?.array()))
        })
}

fn single(tensor: &Tensor) -> PyResult<f64> {
    if tensor.numel() != 1 {
        return Err(crate::lang::value_error(
            "only one element tensors can be converted to Python scalars",
        ));
    }
    Ok(tensor.item()?)
}

/// `x.item()`
pub fn item(tensor: &Tensor) -> PyResult<Value> {
    let value = tensor.item()?;
    Ok(number(
        tensor.dtype(),
        value,
        tensor.array().first_i64().unwrap_or_default(),
    ))
}

fn number(dtype: DType, float: f64, int: i64) -> Value {
    match dtype {
        DType::Bool => Value::Bool(int != 0),
        dtype if dtype.is_float() => Value::Float(float),
        _ => Value::Int(int),
    }
}

/// Nested lists of Python numbers.
pub fn list(array: &Array) -> Value {
    let floats = if array.dtype().is_float() {
        array.to_f64_vec()
    } else {
        Vec::new()
    };
    let ints = if array.dtype().is_float() {
        Vec::new()
    } else {
        array.to_i64_vec()
    };
    let dtype = array.dtype();
    let at = |index: usize| {
        number(
            dtype,
            floats.get(index).copied().unwrap_or_default(),
            ints.get(index).copied().unwrap_or_default(),
        )
    };
    fn nest(shape: &[usize], start: usize, at: &dyn Fn(usize) -> Value) -> Value {
        match shape {
            [] => at(start),
            [size, inner @ ..] => {
                let width: usize = inner.iter().product();
                Value::list(
                    (0..*size)
                        .map(|i| nest(inner, start + i * width, at))
                        .collect(),
                )
            }
        }
    }
    nest(array.shape(), 0, &at)
}

/// A tensor as a sequence of its rows.
fn containers(class: ClassBuilder) -> ClassBuilder {
    class
        .method("__len__", "(self, /)", |_, slots| match this(slots)?.shape().first() {
            Some(&length) => Ok(Value::from(length)),
            None => Err(type_error("len() of a 0-d tensor")),
        })
        .method("__iter__", "(self, /)", |vm, slots| {
            let tensor = this(slots)?;
            if tensor.ndim() == 0 {
                return Err(type_error("iteration over a 0-d tensor"));
            }
            let torch = torch(vm);
            let rows = ops::call(&ops::view::unbind::OP, tensor.into())?;
            let tuple = Rc::new(Tuple::new(rows.into_iter().map(|row| torch.wrap(row))));
            Ok(Iter::value(IterState::Tuple { tuple, index: 0 }))
        })
        .method("__getitem__", "(self, index, /)", |vm, slots| torch(vm).get_item(vm, this(slots)?, &slots[1]))
        .method("__setitem__", "(self, index, value, /)", |vm, slots| {
            torch(vm).set_item(vm, this(slots)?, &slots[1], &slots[2])?;
            Ok(Value::None)
        })
        .method("__contains__", "(self, element, /)", |vm, slots| {
            let element = match tensor_of(&slots[1]) {
                Some(tensor) => tensor,
                None => super::create::tensor_from(vm, &slots[1], None)?,
            };
            let equal = ops::eq((this(slots)?, &element))?;
            Ok(equal.array().to_i64_vec().contains(&1).into())
        })
        .method("_numpy", "(self, force, /)", |vm, slots| {
            let tensor = this(slots)?;
            let forced = matches!(slots[1], Value::Bool(true));
            if tensor.requires_grad() && !forced {
                return Err(runtime_error("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.").because(
                    "numpy knows nothing of gradients, so what it computes would be missing from the graph. detach() says that you know.",
                    None,
                ));
            }
            Ok(crate::library::numpy::wrap(vm, tensor.array().clone()))
        })
}

/// `repr` of a tensor, also of a learner's subclass.
pub fn repr(_: &Vm, value: &Value) -> PyResult<String> {
    match value.native::<Tensor>() {
        Some(tensor) => Ok(print::tensor_text(tensor)),
        None => Err(index_error("expected a torch.Tensor")),
    }
}

/// A Parameter or another subclass around a tensor's elements.
fn make_subclass(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let (Value::Class(class), Some(data)) = (&slots[0], tensor_of(&slots[1])) else {
        return Err(type_error("_make_subclass expects a class and a tensor"));
    };
    let tensor = Tensor::new(data.array().clone());
    if matches!(slots[2], Value::Bool(true)) {
        tensor.set_requires_grad(true)?;
    }
    Ok(torch(vm).wrap_as(tensor, class.clone()))
}

fn set_print_options(_: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let profile = slots[4].as_str().and_then(print::Profile::named);
    let mut options = profile.map_or_else(print::print_options, Into::into);
    let number = |value: &Value| match value.base() {
        Value::Int(count) => Some(*count as f64),
        Value::Float(count) => Some(*count),
        _ => None,
    };
    let count = |value: &Value, now: usize| number(value).map_or(now, |count| count as usize);
    options.precision = count(&slots[0], options.precision);
    options.threshold = number(&slots[1]).unwrap_or(options.threshold);
    options.edgeitems = count(&slots[2], options.edgeitems);
    options.linewidth = count(&slots[3], options.linewidth);
    options.sci_mode = match slots[5] {
        Value::Bool(mode) => Some(mode),
        _ => None,
    };
    print::set_print_options(options);
    Ok(Value::None)
}

impl Torch {
    fn size_of(&self, tensor: &Tensor) -> Value {
        self.size(tensor.shape().iter().map(|&size| size as i64))
    }
}
