//! `_serialize`: tensors as bytes and back, storages, and the safetensors format.

use std::collections::HashMap;

use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

use super::create::dtype_argument;
use super::{tensor_of, torch};
use crate::lang::native::ModuleBuilder;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{PyResult, Value, Vm, runtime_error, type_error, value_error};
use crate::tensor::{Array, DType, Shape, Tensor, budget, numel};

pub fn module() -> ModuleBuilder {
    ModuleBuilder::new("_serialize")
        .function("to_bytes", "(tensor, /)", |vm, args| {
            let bytes = bytes_from(&tensor(&args[0])?)?;
            vm.charge(bytes.len())?;
            Ok(Value::bytes(bytes))
        })
        .function("from_bytes", "(bytes, dtype, /)", |vm, args| {
            let dtype = dtype_argument(&args[1])?.unwrap_or(DType::U8);
            let array = array_from(&bytes_of(vm, &args[0])?, dtype)?;
            Ok(torch(vm).wrap(Tensor::new(array)))
        })
        .function("array", "(bytes, dtype, shape, /)", |vm, args| {
            let name = args[1].as_str().unwrap_or_default();
            let dtype = DType::ALL.iter().find(|dtype| dtype.name() == name);
            let dtype = dtype.ok_or_else(|| value_error(format!("{name} isn't here")))?;
            let shape = sizes(&args[2])?;
            let array = array_from(&bytes_of(vm, &args[0])?, *dtype)?;
            if numel(&shape) != array.numel() {
                return Err(value_error(format!(
                    "cannot reshape array of size {} into shape {}",
                    array.numel(),
                    crate::tensor::size_text(&shape)
                )));
            }
            Ok(crate::library::numpy::wrap(vm, array.with_shape(shape)))
        })
        .function("storage", "(tensor, /)", |vm, args| {
            Ok(torch(vm).wrap(Tensor::new(whole(&tensor(&args[0])?))))
        })
        .function("storage_id", "(tensor, /)", |_, args| {
            Ok(Value::Int(tensor(&args[0])?.array().storage().id() as i64))
        })
        .function("pack", "(tensors, metadata, /)", pack)
        .function("unpack", "(bytes, /)", unpack)
}

fn tensor(value: &Value) -> PyResult<Tensor> {
    tensor_of(value).ok_or_else(|| type_error("expected a torch.Tensor"))
}

/// The sizes in a tuple of ints.
fn sizes(value: &Value) -> PyResult<Shape> {
    let wrong = || type_error("a tuple of ints is expected");
    let Value::Tuple(items) = value.base() else {
        return Err(wrong());
    };
    items
        .iter()
        .map(|item| match item.base() {
            Value::Int(size) => usize::try_from(*size).map_err(|_| wrong()),
            _ => Err(wrong()),
        })
        .collect()
}

/// All elements of a tensor's storage in one dimension, sharing its memory.
fn whole(tensor: &Tensor) -> Array {
    let array = tensor.array();
    let length = array.storage().len();
    array.with_geometry([length].as_slice().into(), [1].as_slice().into(), 0)
}

/// The elements in row-major order, little endian.
fn bytes_from(tensor: &Tensor) -> PyResult<Vec<u8>> {
    let array = tensor.array().contiguous()?;
    budget::check(array.numel(), array.dtype())?;
    macro_rules! bytes {
        ($type:ty) => {
            array
                .slice::<$type>()
                .iter()
                .flat_map(|x| x.to_le_bytes())
                .collect()
        };
    }
    Ok(match array.dtype() {
        DType::Bool => array.slice::<bool>().iter().map(|&x| u8::from(x)).collect(),
        DType::U8 => array.slice::<u8>().to_vec(),
        DType::I32 => bytes!(i32),
        DType::I64 => bytes!(i64),
        DType::F32 => bytes!(f32),
        DType::F64 => bytes!(f64),
    })
}

/// One dimension of elements from little endian bytes.
fn array_from(bytes: &[u8], dtype: DType) -> PyResult<Array> {
    let size = dtype.size();
    if !bytes.len().is_multiple_of(size) {
        return Err(value_error(format!(
            "{} bytes are no whole number of {dtype} elements of {size} bytes",
            bytes.len()
        )));
    }
    budget::check(bytes.len() / size, dtype)?;
    macro_rules! elements {
        ($type:ty, $size:literal) => {
            bytes
                .as_chunks::<$size>()
                .0
                .iter()
                .map(|&bytes| <$type>::from_le_bytes(bytes))
                .collect::<Vec<$type>>()
        };
    }
    let length = [bytes.len() / size];
    let shape = length.as_slice();
    Ok(match dtype {
        DType::Bool => Array::from_vec(bytes.iter().map(|&x| x != 0).collect::<Vec<bool>>(), shape),
        DType::U8 => Array::from_vec(bytes.to_vec(), shape),
        DType::I32 => Array::from_vec(elements!(i32, 4), shape),
        DType::I64 => Array::from_vec(elements!(i64, 8), shape),
        DType::F32 => Array::from_vec(elements!(f32, 4), shape),
        DType::F64 => Array::from_vec(elements!(f64, 8), shape),
    })
}

// Safetensors

const DTYPES: [(DType, Dtype); 6] = [
    (DType::Bool, Dtype::BOOL),
    (DType::U8, Dtype::U8),
    (DType::I32, Dtype::I32),
    (DType::I64, Dtype::I64),
    (DType::F32, Dtype::F32),
    (DType::F64, Dtype::F64),
];

/// The file's bytes from a dict of tensors and a dict of texts.
fn pack(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let Value::Dict(tensors) = args[0].base() else {
        return Err(type_error("a dict of tensors is expected"));
    };
    let mut parts = Vec::new();
    for (name, value) in tensors.pairs() {
        let name = name
            .as_str()
            .ok_or_else(|| type_error("the names of tensors are str"))?;
        let tensor = tensor(&value)?;
        let shape = tensor.shape().to_vec();
        parts.push((
            name.to_string(),
            tensor.dtype(),
            shape,
            bytes_from(&tensor)?,
        ));
    }
    let metadata = match args[1].base() {
        Value::Dict(texts) => {
            let mut metadata = HashMap::new();
            for (key, text) in texts.pairs() {
                let (Some(key), Some(text)) = (key.as_str(), text.as_str()) else {
                    return Err(type_error("metadata are texts by name"));
                };
                metadata.insert(key.to_string(), text.to_string());
            }
            Some(metadata)
        }
        _ => None,
    };
    let wrong = |error: safetensors::SafeTensorError| value_error(error.to_string());
    let mut views = Vec::new();
    for (name, dtype, shape, bytes) in &parts {
        let theirs = DTYPES.iter().find(|(ours, _)| ours == dtype);
        let theirs = theirs.map_or(Dtype::U8, |(_, theirs)| *theirs);
        views.push((
            name,
            TensorView::new(theirs, shape.clone(), bytes).map_err(wrong)?,
        ));
    }
    let file = safetensors::serialize(views, metadata).map_err(wrong)?;
    vm.charge(file.len())?;
    Ok(Value::bytes(file))
}

/// A dict of tensors and a dict of texts from the file's bytes.
fn unpack(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let bytes = bytes_of(vm, &args[0])?;
    let wrong = |error| safetensor_error(&error);
    let file = SafeTensors::deserialize(&bytes).map_err(wrong)?;
    let (_, metadata) = SafeTensors::read_metadata(&bytes).map_err(wrong)?;
    let mut tensors = Vec::new();
    for (name, view) in file.iter() {
        let Some((dtype, _)) = DTYPES.iter().find(|(_, theirs)| *theirs == view.dtype()) else {
            return Err(runtime_error(format!(
                "{name} holds {:?}, a dtype that isn't here",
                view.dtype()
            )));
        };
        let array = array_from(view.data(), *dtype)?.with_shape(view.shape());
        tensors.push((name.to_string(), Tensor::new(array)));
    }
    tensors.sort_by(|(a, _), (b, _)| a.cmp(b));
    let torch = torch(vm);
    let tensors = tensors.into_iter().map(|(name, tensor)| {
        (
            crate::lang::objects::Str::new(name).into(),
            torch.wrap(tensor),
        )
    });
    let tensors = Value::dict_of(tensors);
    let texts = metadata.metadata().iter().flatten();
    let texts = Value::dict_of(texts.map(|(key, text)| {
        (
            crate::lang::objects::Str::new(key.clone()).into(),
            text.clone().into(),
        )
    }));
    Ok(Value::tuple([tensors, texts]))
}

fn safetensor_error(error: &safetensors::SafeTensorError) -> crate::lang::Exception {
    value_error(format!("Error while deserializing header: {error}"))
}
