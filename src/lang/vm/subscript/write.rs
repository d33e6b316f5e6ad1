//! `a[i] = x`

use super::assign_slice;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::types::bytes::{byte, bytes_of};
use crate::lang::vm::Vm;
use crate::lang::{PyResult, Value, index_error, type_error, value_error};

impl Vm {
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
}
