//! `x[...]` read and written: what stands between the brackets, as the engine wants it.

use super::{Torch, tensor_of};
use crate::lang::objects::Slice;
use crate::lang::{PyResult, Value, Vm, index_error, type_error, value_error};
use crate::ops::Arg;
use crate::ops::indexing::{get_item, set_item};
use crate::tensor::index::IndexItem;
use crate::tensor::{DType, Tensor};

/// The items of an index expression.
///
/// # Errors
/// IndexError and TypeError in PyTorch's words, for what cannot be an index.
pub fn items(vm: &Vm, value: &Value) -> PyResult<Vec<IndexItem>> {
    match value.base() {
        Value::Tuple(parts) => parts.iter().map(|part| item(vm, part)).collect(),
        // A list is one index of its own, unless a part of it could be one.
        Value::List(parts) if parts.to_vec().iter().any(is_index) => {
            parts.to_vec().iter().map(|part| item(vm, part)).collect()
        }
        _ => Ok(vec![item(vm, value)?]),
    }
}

fn is_index(value: &Value) -> bool {
    let value = value.base();
    matches!(
        value,
        Value::List(_) | Value::Tuple(_) | Value::Slice(_) | Value::None | Value::Ellipsis
    ) || tensor_of(value).is_some_and(|tensor| tensor.ndim() > 0)
}

fn item(vm: &Vm, value: &Value) -> PyResult<IndexItem> {
    if let Some(tensor) = tensor_of(value) {
        return Ok(IndexItem::Tensor(tensor));
    }
    Ok(match value.base() {
        Value::None => IndexItem::NewAxis,
        Value::Ellipsis => IndexItem::Ellipsis,
        Value::Bool(flag) => IndexItem::Bool(*flag),
        Value::Int(at) => IndexItem::Int(*at),
        Value::Slice(slice) => {
            let bound = |value: &Value| match value.base() {
                Value::None => Ok(None),
                Value::Int(at) => Ok(Some(*at)),
                other => match tensor_of(other)
                    .filter(|tensor| tensor.numel() == 1)
                    .and_then(|tensor| tensor.array().first_i64())
                {
                    Some(at) => Ok(Some(at)),
                    None => Err(type_error(
                        "slice indices must be integers or None or have an __index__ method",
                    )),
                },
            };
            let step = bound(&slice.step)?;
            if step == Some(0) {
                return Err(value_error("step cannot be zero"));
            }
            if step.is_some_and(|step| step < 0) {
                return Err(value_error("step must be greater than zero"));
            }
            IndexItem::Slice {
                start: bound(&slice.start)?,
                stop: bound(&slice.stop)?,
                step,
            }
        }
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => {
            let index = super::create::tensor_from(vm, value, None)?;
            IndexItem::Tensor(if index.numel() == 0 {
                crate::ops::to_dtype(&index, DType::I64)?
            } else {
                index
            })
        }
        Value::Str(_) => return Err(type_error("new(): invalid data type 'str'")),
        other => {
            let kind = vm.types.of(other).name();
            return Err(index_error(format!(
                "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got {})",
                kind.as_str()
            )));
        }
    })
}

/// The positions that a slice picks out of `length` items.
pub fn slice_positions(slice: &Slice, length: usize) -> PyResult<Vec<usize>> {
    let int = |value: &Value| match value.base() {
        Value::Int(at) => Some(*at),
        _ => None,
    };
    let length = length as i64;
    let step = int(&slice.step).unwrap_or(1);
    if step == 0 {
        return Err(value_error("slice step cannot be zero"));
    }
    let wrap = |at: i64| if at < 0 { at + length } else { at };
    let (low, high) = if step > 0 {
        (0, length)
    } else {
        (-1, length - 1)
    };
    let start = int(&slice.start).map_or(if step > 0 { low } else { high }, |at| {
        wrap(at).clamp(low, high)
    });
    let stop = int(&slice.stop).map_or(if step > 0 { high } else { low }, |at| {
        wrap(at).clamp(low, high)
    });
    let mut positions = Vec::new();
    let mut at = start;
    while (step > 0 && at < stop) || (step < 0 && at > stop) {
        positions.push(at as usize);
        at += step;
    }
    Ok(positions)
}

impl Torch {
    /// `x[index]`
    pub fn get_item(&self, vm: &mut Vm, tensor: &Tensor, index: &Value) -> PyResult<Value> {
        vm.did_op = true;
        Ok(self.wrap(get_item(tensor, &items(vm, index)?)?))
    }

    /// `x[index] = value`
    pub fn set_item(
        &self,
        vm: &mut Vm,
        tensor: &Tensor,
        index: &Value,
        value: &Value,
    ) -> PyResult<()> {
        let value = match value.base() {
            Value::Int(_) | Value::Float(_) | Value::Bool(_) => {
                super::convert::arg_of(value)?.unwrap_or_default()
            }
            _ => match tensor_of(value) {
                Some(tensor) => Arg::Tensor(tensor),
                None => {
                    return Err(type_error(format!(
                        "can't assign a {} to a torch.{}Tensor",
                        vm.types.of(value).name().as_str(),
                        tensor.dtype().word()
                    ))
                    .because("An element or a part of a tensor takes a number or a tensor: write torch.tensor([...]).", None));
                }
            },
        };
        vm.did_op = true;
        set_item(tensor, &items(vm, index)?, &value)?;
        Ok(())
    }
}
