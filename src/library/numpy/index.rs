//! `a[...]` of arrays: the engine's indexing, with slices that step backwards and numpy's words.

use super::array::{array_of, wrap};
use crate::lang::objects::Slice;
use crate::lang::{PyResult, Value, Vm, index_error, value_error};
use crate::library::glue::index_items;
use crate::ops::{Arg, indexing};
use crate::tensor::{Array, DType, Shape, Tensor};

/// `a[index]`, a view where it can be one.
pub fn get(vm: &Vm, array: &Array, index: &Value) -> PyResult<Array> {
    let (array, index) = forwards(vm, array, index)?;
    let items = index_items(vm, &index)?;
    Ok(indexing::get_item(&Tensor::new(array), &items)?
        .array()
        .clone())
}

/// `a[index] = value`
pub fn set(vm: &Vm, array: &Array, index: &Value, value: &Arg) -> PyResult<()> {
    let (array, index) = forwards(vm, array, index)?;
    let items = index_items(vm, &index)?;
    if let Arg::Tensor(value) = value {
        fits(&array, &items, value)?;
    }
    indexing::set_item(&Tensor::new(array), &items, value)?;
    Ok(())
}

/// Whether a value can be written where the index points, in numpy's words if not.
fn fits(array: &Array, items: &[crate::tensor::index::IndexItem], value: &Tensor) -> PyResult<()> {
    let place = indexing::get_item(&Tensor::new(array.clone()), items)?.shape();
    let own = value.shape();
    let lead = own.len().saturating_sub(place.len());
    let trailing = own.iter().skip(lead);
    let pairs = place
        .iter()
        .skip(place.len() - own.len().min(place.len()))
        .zip(trailing);
    if own.iter().take(lead).all(|&size| size == 1)
        && pairs.clone().all(|(&p, &o)| p == o || o == 1)
    {
        return Ok(());
    }
    let text = |shape: &Shape| match shape[..] {
        [one] => format!("({one},)"),
        _ => {
            let sizes: Vec<String> = shape.iter().map(usize::to_string).collect();
            format!("({})", sizes.join(","))
        }
    };
    Err(value_error(format!(
        "could not broadcast input array from shape {} into shape {}",
        text(&own),
        text(&place)
    )))
}

/// How many dimensions an item of an index takes.
fn width(item: &Value) -> usize {
    match item.base() {
        Value::None | Value::Ellipsis | Value::Bool(_) => 0,
        _ => match array_of(item) {
            Some(mask) if mask.dtype() == DType::Bool => mask.ndim(),
            _ => 1,
        },
    }
}

/// The array turned around where a slice steps backwards, and the index with such slices forwards. Checks ints on the
/// way.
fn forwards(vm: &Vm, array: &Array, index: &Value) -> PyResult<(Array, Value)> {
    let items: Vec<Value> = match index.base() {
        Value::Tuple(items) => items.to_vec(),
        _ => vec![index.clone()],
    };
    let taken: usize = items.iter().map(width).sum();
    if taken > array.ndim() {
        return Err(index_error(format!(
            "too many indices for array: array is {}-dimensional, but {taken} were indexed",
            array.ndim()
        )));
    }
    let mut array = array.clone();
    let mut changed = Vec::with_capacity(items.len());
    let mut axis = 0;
    for item in &items {
        let size = array.shape().get(axis).copied().unwrap_or(0);
        match item.base() {
            Value::Ellipsis => axis += array.ndim() - taken,
            Value::Int(at) if !(-(size as i64)..size as i64).contains(at) => {
                return Err(index_error(format!(
                    "index {at} is out of bounds for axis {axis} with size {size}"
                )));
            }
            Value::Slice(slice) => {
                if let Some((turned, forward)) = turned(&array, axis, slice) {
                    array = turned;
                    changed.push(forward);
                    axis += 1;
                    continue;
                }
                axis += 1;
            }
            Value::Str(_) | Value::Float(_) => {
                return Err(index_error(
                    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices",
                ));
            }
            Value::List(list) if list.is_empty() => {
                let none = Array::from_vec(Vec::<i64>::new(), [0].as_slice());
                changed.push(wrap(vm, none));
                axis += 1;
                continue;
            }
            _ => {
                check_positions(vm, item, axis, size)?;
                axis += width(item);
            }
        }
        changed.push(item.clone());
    }
    let index = match index.base() {
        Value::Tuple(_) => Value::tuple(changed),
        _ => changed.pop().unwrap_or_default(),
    };
    Ok((array, index))
}

/// Positions in an array or list must lie within the dimension.
fn check_positions(_: &Vm, item: &Value, axis: usize, size: usize) -> PyResult<()> {
    let positions = match array_of(item) {
        Some(array) if array.dtype() == DType::Bool => {
            let length = array.shape().first().copied().unwrap_or(size);
            if length != size {
                return Err(index_error(format!(
                    "boolean index did not match indexed array along axis {axis}; size of axis is {size} but size of corresponding boolean axis is {length}"
                )));
            }
            return Ok(());
        }
        Some(array) if array.dtype().is_float() => {
            return Err(index_error(
                "arrays used as indices must be of integer (or boolean) type",
            ));
        }
        Some(array) => array.to_i64_vec(),
        None => match item.base() {
            Value::List(list) => list
                .to_vec()
                .iter()
                .filter_map(|item| match item.base() {
                    Value::Int(at) => Some(*at),
                    _ => None,
                })
                .collect(),
            _ => return Ok(()),
        },
    };
    let range = -(size as i64)..size as i64;
    match positions.iter().find(|at| !range.contains(at)) {
        Some(at) => Err(index_error(format!(
            "index {at} is out of bounds for axis {axis} with size {size}"
        ))),
        None => Ok(()),
    }
}

/// The array with this dimension turned around, and the slice that picks from it what the backward slice picks.
fn turned(array: &Array, axis: usize, slice: &Slice) -> Option<(Array, Value)> {
    let int = |value: &Value| match value.base() {
        Value::Int(at) => Some(*at),
        _ => None,
    };
    let step = int(&slice.step).filter(|&step| step < 0)?;
    let size = *array.shape().get(axis)? as i64;
    let wrap = |at: i64| (if at < 0 { at + size } else { at }).clamp(-1, size - 1);
    let start = int(&slice.start).map_or(size - 1, wrap);
    let stop = int(&slice.stop).map_or(-1, wrap);
    // Position p is size - 1 - p in the turned dimension.
    let forward = Slice {
        start: Value::Int(size - 1 - start),
        stop: Value::Int((size - 1 - stop).max(size - 1 - start)),
        step: Value::Int(-step),
    };
    let mut strides = array.strides().clone();
    let offset = array.offset() as isize + strides[axis] * (size as isize - 1).max(0);
    strides[axis] = -strides[axis];
    let turned = array.with_geometry(array.shape().clone(), strides, offset as usize);
    Some((turned, Value::Slice(forward.into())))
}
