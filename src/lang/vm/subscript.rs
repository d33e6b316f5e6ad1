//! `a[i]`, `a[i] = x`, `del a[i]`.

use std::rc::Rc;

use super::Vm;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Alias, AliasKind, Range, Slice};
use crate::lang::types::bytes::{byte, bytes_of};
use crate::lang::{Exception, PyResult, Value, index_error, key_error, type_error, value_error};

/// A slice applied to a length: `start`, `step` and the number of elements.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    pub start: i64,
    pub step: i64,
    pub count: usize,
}

impl Cut {
    /// The positions, in the slice's order.
    pub fn positions(self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.count).map(move |at| (self.start + at as i64 * self.step) as usize)
    }
}

impl Vm {
    /// A slice of something of this length, as CPython's `PySlice_AdjustIndices`.
    pub fn cut(&mut self, slice: &Slice, length: usize) -> PyResult<Cut> {
        let length = length as i64;
        let step = match &slice.step {
            Value::None => 1,
            step => self.slice_index(step)?,
        };
        if step == 0 {
            return Err(value_error("slice step cannot be zero"));
        }
        let (lowest, highest) = if step > 0 {
            (0, length)
        } else {
            (-1, length - 1)
        };
        let mut bound = |value: &Value, otherwise: i64| -> PyResult<i64> {
            match value {
                Value::None => Ok(otherwise),
                value => {
                    let at = self.slice_index(value)?;
                    let at = if at < 0 {
                        at.saturating_add(length)
                    } else {
                        at
                    };
                    Ok(at.clamp(lowest, highest))
                }
            }
        };
        let start = bound(&slice.start, if step > 0 { lowest } else { highest })?;
        let stop = bound(&slice.stop, if step > 0 { highest } else { lowest })?;
        let count = if step > 0 {
            (stop - start + step - 1).div_euclid(step)
        } else {
            (start - stop - step - 1).div_euclid(-step)
        };
        Ok(Cut {
            start,
            step,
            count: if (step > 0 && stop > start) || (step < 0 && stop < start) {
                count.max(0) as usize
            } else {
                0
            },
        })
    }

    fn slice_index(&mut self, value: &Value) -> PyResult<i64> {
        match value.base() {
            Value::Int(int) => Ok(*int),
            Value::Bool(value) => Ok(i64::from(*value)),
            Value::BigInt(big) => Ok(if num_traits::Signed::is_negative(&**big) {
                i64::MIN / 2
            } else {
                i64::MAX / 2
            }),
            _ => match self.index_opt(value)? {
                Some(index) => Ok(index),
                None => Err(type_error(
                    "slice indices must be integers or None or have an __index__ method",
                )),
            },
        }
    }

    /// The int that a value is or says it is (`__index__`); None for others.
    pub fn index_opt(&mut self, value: &Value) -> PyResult<Option<i64>> {
        match value.base() {
            Value::Int(int) => Ok(Some(*int)),
            Value::Bool(value) => Ok(Some(i64::from(*value))),
            Value::BigInt(_) => Err(index_error("cannot fit 'int' into an index-sized integer")),
            Value::Instance(_) => {
                let name = self.names.index.clone();
                match self.special(value, &name, []) {
                    Some(result) => match result? {
                        Value::Int(int) => Ok(Some(int)),
                        Value::Bool(value) => Ok(Some(i64::from(value))),
                        other => Err(type_error(format!(
                            "__index__ returned non-int (type {})",
                            self.type_name(&other)
                        ))),
                    },
                    None => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// An argument that has to be an int.
    pub fn index(&mut self, value: &Value) -> PyResult<i64> {
        match self.index_opt(value)? {
            Some(index) => Ok(index),
            None => Err(type_error(format!(
                "'{}' object cannot be interpreted as an integer",
                self.type_name(value)
            ))),
        }
    }

    fn position(&mut self, index: &Value, length: usize, what: &str) -> PyResult<usize> {
        let Some(at) = self.index_opt(index)? else {
            let kind = self.type_name(index);
            return Err(type_error(match what {
                "string" => format!("string indices must be integers, not '{kind}'"),
                _ => format!("{what} indices must be integers or slices, not {kind}"),
            }));
        };
        let wrapped = if at < 0 { at + length as i64 } else { at };
        usize::try_from(wrapped)
            .ok()
            .filter(|&at| at < length)
            .ok_or_else(|| index_error(format!("{what} index out of range")))
    }

    /// `object[index]`
    pub fn subscript(&mut self, object: &Value, index: &Value) -> PyResult<Flow> {
        if let Value::Instance(_) = object {
            let name = self.names.getitem.clone();
            if let Some(method) = self.lookup_special(object, &name) {
                if let (Value::Builtin(_), Value::Dict(dict)) = (&method, object.base()) {
                    return self.dict_subscript(&dict.clone(), object, index);
                }
                return Ok(Flow::TailCall {
                    callee: method,
                    args: CallArgs::positional([object.clone(), index.clone()]),
                });
            }
            if let Value::Dict(dict) = object.base() {
                return self.dict_subscript(&dict.clone(), object, index);
            }
        }
        Ok(match object.base() {
            Value::List(list) => match index {
                Value::Slice(slice) => {
                    let cut = self.cut(slice, list.len())?;
                    self.charge(cut.count * 16)?;
                    let items = list.items.borrow();
                    Value::list(cut.positions().map(|at| items[at].clone()).collect())
                }
                _ => {
                    let at = self.position(index, list.len(), "list")?;
                    list.get(at).unwrap_or_default()
                }
            },
            Value::Tuple(tuple) => match index {
                Value::Slice(slice) => {
                    let cut = self.cut(slice, tuple.len())?;
                    Value::tuple(cut.positions().map(|at| tuple[at].clone()))
                }
                _ => {
                    let at = self.position(index, tuple.len(), "tuple")?;
                    tuple[at].clone()
                }
            },
            Value::Dict(dict) | Value::MappingProxy(dict) => {
                match self.dict_get(&dict.clone(), index)? {
                    Some(value) => value,
                    None => return Err(key_error(index.clone())),
                }
            }
            Value::Str(text) => match index {
                Value::Slice(slice) => {
                    let cut = self.cut(slice, text.char_count())?;
                    if cut.step == 1 {
                        Value::str(
                            text.char_slice(cut.start as usize, cut.start as usize + cut.count),
                        )
                    } else {
                        let chars: Vec<char> = text.chars().collect();
                        Value::str(cut.positions().map(|at| chars[at]).collect::<String>())
                    }
                }
                _ => {
                    let at = self.position(index, text.char_count(), "string")?;
                    let c = text
                        .char_at(at)
                        .and_then(|text| text.chars().next())
                        .unwrap_or(' ');
                    Value::Str(super::iterate::character(c))
                }
            },
            Value::Range(range) => match index {
                Value::Slice(slice) => {
                    let cut = self.cut(slice, range.len() as usize)?;
                    let start = range.get(cut.start);
                    let step = range.step * cut.step;
                    Value::Range(Rc::new(Range {
                        start,
                        stop: start + step * cut.count as i64,
                        step,
                    }))
                }
                _ => {
                    let len = range.len() as usize;
                    let at = match self.position(index, len, "range") {
                        Err(exception) if exception.is("IndexError") => {
                            return Err(index_error("range object index out of range"));
                        }
                        at => at?,
                    };
                    Value::Int(range.get(at as i64))
                }
            },
            Value::Bytes(bytes) => match index {
                Value::Slice(slice) => {
                    let cut = self.cut(slice, bytes.len())?;
                    Value::bytes(cut.positions().map(|at| bytes[at]).collect::<Vec<u8>>())
                }
                _ => {
                    let at = match self.position(index, bytes.len(), "byte") {
                        Err(exception) if exception.is("IndexError") => {
                            return Err(index_error("index out of range"));
                        }
                        at => at?,
                    };
                    Value::Int(i64::from(bytes[at]))
                }
            },
            Value::ByteArray(bytes) => {
                let data = bytes.bytes.borrow().clone();
                match index {
                    Value::Slice(slice) => {
                        let cut = self.cut(slice, data.len())?;
                        let cut = cut.positions().map(|at| data[at]).collect::<Vec<u8>>();
                        Value::ByteArray(Rc::new(crate::lang::objects::ByteArray {
                            bytes: cut.into(),
                        }))
                    }
                    _ => Value::Int(i64::from(
                        data[self.position(index, data.len(), "bytearray")?],
                    )),
                }
            }
            Value::Class(class) => {
                let class = class.clone();
                if class.meta.is_some() {
                    let name = self.names.getitem.clone();
                    if let Some(method) = self.lookup_special(object, &name) {
                        return Ok(Flow::TailCall {
                            callee: method,
                            args: CallArgs::positional([object.clone(), index.clone()]),
                        });
                    }
                }
                let name = self.names.class_getitem.clone();
                match class.lookup(&name) {
                    Some(Value::ClassMethod(wrapper)) => {
                        return Ok(Flow::TailCall {
                            callee: wrapper.function.clone(),
                            args: CallArgs::positional([object.clone(), index.clone()]),
                        });
                    }
                    Some(method @ Value::Function(_)) => {
                        return Ok(Flow::TailCall {
                            callee: method,
                            args: CallArgs::positional([object.clone(), index.clone()]),
                        });
                    }
                    _ => {}
                }
                if !self.is_generic(&class) {
                    return Err(type_error(format!(
                        "type '{}' is not subscriptable",
                        class.name()
                    )));
                }
                let args = match index {
                    Value::Tuple(items) => items.to_vec(),
                    other => vec![other.clone()],
                };
                Value::Alias(Rc::new(Alias {
                    kind: AliasKind::Generic(class),
                    args,
                }))
            }
            Value::Alias(_) => object.clone(),
            _ => {
                return Err(type_error(format!(
                    "'{}' object is not subscriptable",
                    self.type_name(object)
                )));
            }
        }
        .into())
    }

    fn is_generic(&self, class: &Rc<crate::lang::objects::Class>) -> bool {
        let types = &self.types;
        [
            &types.list,
            &types.dict,
            &types.tuple,
            &types.set,
            &types.frozenset,
            &types.type_,
        ]
        .iter()
        .any(|generic| class.is_subclass_of(generic))
    }

    /// A subclass of dict may have `__missing__`.
    fn dict_subscript(
        &mut self,
        dict: &crate::lang::objects::Dict,
        object: &Value,
        index: &Value,
    ) -> PyResult<Flow> {
        if let Some(value) = self.dict_get(dict, index)? {
            return Ok(value.into());
        }
        let name = self.names.missing.clone();
        match self.lookup_special(object, &name) {
            Some(method) => Ok(Flow::TailCall {
                callee: method,
                args: CallArgs::positional([object.clone(), index.clone()]),
            }),
            None => Err(key_error(index.clone())),
        }
    }

    /// `object[index] = value`
    pub fn set_subscript(
        &mut self,
        object: &Value,
        index: &Value,
        value: &Value,
    ) -> PyResult<Flow> {
        if let Value::Instance(_) = object {
            let name = self.names.setitem.clone();
            if let Some(method) = self.lookup_special(object, &name) {
                let args = CallArgs::positional([object.clone(), index.clone(), value.clone()]);
                return Ok(Flow::TailCall {
                    callee: method,
                    args,
                });
            }
        }
        match object.base() {
            Value::List(list) => match index {
                Value::Slice(slice) => {
                    let items = self.items_of(value).map_err(|exception| {
                        if exception.is("TypeError") {
                            type_error("can only assign an iterable")
                        } else {
                            exception
                        }
                    })?;
                    let cut = self.cut(slice, list.len())?;
                    let removed = assign_slice(&mut list.items.borrow_mut(), cut, items)?;
                    drop(removed);
                }
                _ => {
                    let at = match self.position(index, list.len(), "list") {
                        Err(exception) if exception.is("IndexError") => {
                            return Err(index_error("list assignment index out of range"));
                        }
                        at => at?,
                    };
                    let old = std::mem::replace(&mut list.items.borrow_mut()[at], value.clone());
                    drop(old);
                }
            },
            Value::Dict(dict) => self.dict_set(&dict.clone(), index.clone(), value.clone())?,
            Value::ByteArray(bytes) if let Value::Slice(slice) = index => {
                let new = match value.base() {
                    Value::Bytes(_) | Value::ByteArray(_) => bytes_of(self, value)?,
                    _ => {
                        let items = self.items_of(value).map_err(|_| {
                            type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
                        })?;
                        items
                            .iter()
                            .map(|item| byte(self, item))
                            .collect::<PyResult<_>>()?
                    }
                };
                let length = bytes.bytes.borrow().len();
                let cut = self.cut(slice, length)?;
                let (size, count, is_extended) = (new.len(), cut.count, cut.step != 1);
                if is_extended && size != count {
                    return Err(value_error(format!(
                        "attempt to assign bytes of size {size} to extended slice of size {count}"
                    )));
                }
                assign_slice(&mut bytes.bytes.borrow_mut(), cut, new)?;
            }
            Value::ByteArray(bytes) => {
                let length = bytes.bytes.borrow().len();
                let at = self.position(index, length, "bytearray")?;
                match value.base() {
                    Value::Int(byte @ 0..=255) => bytes.bytes.borrow_mut()[at] = *byte as u8,
                    Value::Int(_) => return Err(value_error("byte must be in range(0, 256)")),
                    _ => {
                        return Err(type_error(format!(
                            "'{}' object cannot be interpreted as an integer",
                            self.type_name(value)
                        )));
                    }
                }
            }
            _ => {
                return Err(type_error(format!(
                    "'{}' object does not support item assignment",
                    self.type_name(object)
                )));
            }
        }
        Ok(Value::None.into())
    }

    /// `del object[index]`
    pub fn delete_subscript(&mut self, object: &Value, index: &Value) -> PyResult<Flow> {
        if let Value::Instance(_) = object {
            let name = self.names.delitem.clone();
            if let Some(method) = self.lookup_special(object, &name) {
                return Ok(Flow::TailCall {
                    callee: method,
                    args: CallArgs::positional([object.clone(), index.clone()]),
                });
            }
        }
        match object.base() {
            Value::List(list) => match index {
                Value::Slice(slice) => {
                    let cut = self.cut(slice, list.len())?;
                    let mut positions: Vec<usize> = cut.positions().collect();
                    positions.sort_unstable();
                    let mut removed = Vec::new();
                    let mut items = list.items.borrow_mut();
                    let mut gone = positions.iter().peekable();
                    let kept = std::mem::take(&mut *items)
                        .into_iter()
                        .enumerate()
                        .filter_map(|(at, item)| {
                            if gone.next_if(|&&next| next == at).is_some() {
                                removed.push(item);
                                None
                            } else {
                                Some(item)
                            }
                        });
                    let kept = kept.collect();
                    *items = kept;
                    drop(items);
                }
                _ => {
                    let at = match self.position(index, list.len(), "list") {
                        Err(exception) if exception.is("IndexError") => {
                            return Err(index_error("list assignment index out of range"));
                        }
                        at => at?,
                    };
                    let old = list.items.borrow_mut().remove(at);
                    drop(old);
                }
            },
            Value::Dict(dict) => {
                if self.dict_remove(&dict.clone(), index)?.is_none() {
                    return Err(key_error(index.clone()));
                }
            }
            Value::ByteArray(bytes) => {
                let length = bytes.bytes.borrow().len();
                let gone: Vec<usize> = match index {
                    Value::Slice(slice) => self.cut(slice, length)?.positions().collect(),
                    _ => vec![self.position(index, length, "bytearray")?],
                };
                let mut at = 0;
                bytes.bytes.borrow_mut().retain(|_| {
                    at += 1;
                    !gone.contains(&(at - 1))
                });
            }
            _ => {
                return Err(type_error(format!(
                    "'{}' object doesn't support item deletion",
                    self.type_name(object)
                )));
            }
        }
        Ok(Value::None.into())
    }
}

/// Replaces a part of a list or a bytearray; returns what was there.
pub fn assign_slice<T>(items: &mut Vec<T>, cut: Cut, new: Vec<T>) -> Result<Vec<T>, Exception> {
    if cut.step == 1 {
        let start = cut.start as usize;
        return Ok(items.splice(start..start + cut.count, new).collect());
    }
    if new.len() != cut.count {
        return Err(value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            new.len(),
            cut.count
        )));
    }
    Ok(cut
        .positions()
        .zip(new)
        .map(|(at, value)| std::mem::replace(&mut items[at], value))
        .collect())
}
