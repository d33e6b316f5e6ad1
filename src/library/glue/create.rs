//! `torch.tensor` and its kin: tensors from Python numbers in nested lists.

use super::small::{DTypeObject, seed_of, seed_value};
use super::{tensor_of, torch};
use crate::lang::native::ModuleBuilder;
use crate::lang::{Exception, PyResult, Value, Vm, runtime_error, type_error, value_error};
use crate::tensor::random::default_generator;
use crate::tensor::{self, Array, DType, Shape, Tensor};

pub fn add_to(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function(
            "tensor",
            "(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False)",
            new_tensor,
        )
        .function("as_tensor", "(data, dtype=None, device=None)", as_tensor)
        .function("from_numpy", "(ndarray, /)", from_numpy)
        .function("manual_seed", "(seed)", manual_seed)
        .function("initial_seed", "()", |_, _| {
            Ok(seed_value(default_generator().borrow().initial_seed()))
        })
        .function("get_default_dtype", "()", |vm, _| {
            Ok(torch(vm).dtype(tensor::default_dtype()))
        })
        .function("set_default_dtype", "(d, /)", set_default_dtype)
}

/// The dtype that an argument asks for.
///
/// # Errors
/// TypeError for what is no dtype.
pub fn dtype_argument(value: &Value) -> PyResult<Option<DType>> {
    if value.is_none() || value.is_undefined() {
        return Ok(None);
    }
    match value.native::<DTypeObject>() {
        Some(dtype) => dtype.supported().map(Some),
        None => Err(type_error("argument 'dtype' must be torch.dtype")),
    }
}

fn new_tensor(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let [data, dtype, device, requires_grad, _] = slots else {
        return Ok(Value::None);
    };
    super::small::check_device(device)?;
    let tensor = tensor_from(vm, data, dtype_argument(dtype)?)?;
    if matches!(requires_grad, Value::Bool(true)) {
        if !tensor.dtype().is_float() {
            return Err(runtime_error("Only Tensors of floating point and complex dtype can require gradients")
                .because("A gradient says what happens when a number changes a little, and whole numbers cannot change a little. Write 1. for 1, or dtype=torch.float32.", None));
        }
        tensor.set_requires_grad(true)?;
    }
    Ok(torch(vm).wrap(tensor))
}

fn as_tensor(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let wanted = dtype_argument(&slots[1])?;
    super::small::check_device(&slots[2])?;
    match tensor_of(&slots[0]) {
        Some(tensor) => {
            let converted = crate::ops::to_dtype(&tensor, wanted.unwrap_or(tensor.dtype()))?;
            Ok(torch(vm).wrap(converted))
        }
        None => Ok(torch(vm).wrap(tensor_from(vm, &slots[0], wanted)?)),
    }
}

fn from_numpy(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    match crate::library::numpy::array_of(&slots[0]) {
        Some(array) => Ok(torch(vm).wrap(Tensor::new(array))),
        None => Err(type_error(format!(
            "expected np.ndarray (got {})",
            vm.types.of(&slots[0]).name().as_str()
        ))),
    }
}

fn manual_seed(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    default_generator()
        .borrow_mut()
        .manual_seed(seed_of(&slots[0])?);
    vm.modules
        .get_str("_torch")
        .and_then(|module| match module {
            Value::Module(module) => module.dict.get_str("default_generator"),
            _ => None,
        })
        .map_or(Ok(Value::None), Ok)
}

fn set_default_dtype(_: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    match dtype_argument(&slots[0])? {
        Some(dtype) if dtype.is_float() => {
            tensor::set_default_dtype(dtype);
            Ok(Value::None)
        }
        _ => Err(type_error(
            "only floating-point types are supported as the default type",
        )),
    }
}

/// A new tensor from numbers, nested lists, tensors and arrays.
///
/// # Errors
/// PyTorch's, for ragged lists and for what is no number.
pub fn tensor_from(vm: &Vm, data: &Value, dtype: Option<DType>) -> PyResult<Tensor> {
    if let Some(tensor) = tensor_of(data) {
        let array = tensor.array().to_dtype(dtype.unwrap_or(tensor.dtype()))?;
        return Ok(Tensor::new(array.copied()?));
    }
    let shape = shape_of(vm, data)?;
    let mut leaves = Leaves {
        floats: Vec::new(),
        ints: Vec::new(),
        kind: None,
    };
    if !shape.contains(&0) {
        leaves.read(vm, data, &shape, 0)?;
    }
    let own = leaves.kind.unwrap_or_else(tensor::default_dtype);
    let array = if own.is_float() {
        Array::from_vec(leaves.floats, shape)
    } else {
        Array::from_vec(leaves.ints, shape)
    };
    Ok(Tensor::new(array.to_dtype(dtype.unwrap_or(own))?))
}

/// The items of a list, tuple or range.
pub fn sequence(value: &Value) -> Option<Vec<Value>> {
    match value.base() {
        Value::List(list) => Some(list.to_vec()),
        Value::Tuple(items) => Some(items.to_vec()),
        Value::Range(range) => Some(
            (0..range.len())
                .map(|at| Value::Int(range.get(at)))
                .collect(),
        ),
        _ => None,
    }
}

/// The shape along the first item of each level.
fn shape_of(vm: &Vm, data: &Value) -> PyResult<Shape> {
    let mut shape = Shape::new();
    let mut level = data.clone();
    loop {
        if let Some(tensor) = tensor_of(&level) {
            shape.extend(tensor.shape());
            return Ok(shape);
        }
        let Some(items) = sequence(&level) else { break };
        shape.push(items.len());
        match items.into_iter().next() {
            Some(first) => level = first,
            None => return Ok(shape),
        }
    }
    match level.base() {
        Value::Str(_) if shape.is_empty() => Err(type_error("new(): invalid data type 'str'")),
        Value::Str(_) => Err(value_error("too many dimensions 'str'")),
        Value::Bool(_) | Value::Int(_) | Value::Float(_) => Ok(shape),
        Value::BigInt(_) => Err(value_error("Overflow when unpacking long long")),
        other => Err(runtime_error(format!(
            "Could not infer dtype of {}",
            vm.types.of(other).name().as_str()
        ))),
    }
}

/// The numbers of nested lists. Ints are kept beside floats, so that large ones stay exact.
struct Leaves {
    floats: Vec<f64>,
    ints: Vec<i64>,
    /// The dtype of all numbers so far.
    kind: Option<DType>,
}

impl Leaves {
    fn read(&mut self, vm: &Vm, data: &Value, shape: &[usize], depth: usize) -> PyResult<()> {
        if let Some(tensor) = tensor_of(data) {
            if tensor.shape()[..] != shape[depth..] {
                return Err(value_error(
                    "only one element tensors can be converted to Python scalars",
                ));
            }
            self.meet(tensor.dtype());
            self.floats.extend(tensor.array().to_f64_vec());
            self.ints.extend(tensor.array().to_i64_vec());
            return Ok(());
        }
        if depth == shape.len() {
            return self.number(vm, data);
        }
        let Some(items) = sequence(data) else {
            return Err(type_error("not a sequence"));
        };
        if items.len() != shape[depth] {
            return Err(value_error(format!(
                "expected sequence of length {} at dim {depth} (got {})",
                shape[depth],
                items.len()
            )));
        }
        items
            .iter()
            .try_for_each(|item| self.read(vm, item, shape, depth + 1))
    }

    fn number(&mut self, vm: &Vm, value: &Value) -> PyResult<()> {
        let (float, int, kind) = match value.base() {
            Value::Bool(flag) => (f64::from(u8::from(*flag)), i64::from(*flag), DType::Bool),
            Value::Int(int) => (*int as f64, *int, DType::I64),
            Value::Float(float) => (*float, *float as i64, tensor::default_dtype()),
            Value::BigInt(_) => return Err(value_error("Overflow when unpacking long long")),
            other => return Err(wrong_leaf(vm, other)),
        };
        self.meet(kind);
        self.floats.push(float);
        self.ints.push(int);
        Ok(())
    }

    fn meet(&mut self, kind: DType) {
        self.kind = Some(self.kind.map_or(kind, |other| other.max(kind)));
    }
}

fn wrong_leaf(vm: &Vm, value: &Value) -> Exception {
    let kind = vm.types.of(value).name();
    match value {
        Value::List(_) | Value::Tuple(_) => type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            kind.as_str()
        )),
        _ => runtime_error(format!("Could not infer dtype of {}", kind.as_str())),
    }
}
