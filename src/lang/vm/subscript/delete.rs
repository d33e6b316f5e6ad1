//! `del a[i]`

use super::Cut;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::vm::Vm;
use crate::lang::{PyResult, Value, index_error, key_error, type_error};

impl Vm {
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
                    let mut removed = Vec::new();
                    let mut items = list.items.borrow_mut();
                    let mut gone = ascending(cut).into_iter().peekable();
                    let kept = std::mem::take(&mut *items)
                        .into_iter()
                        .enumerate()
                        .filter_map(|(at, item)| {
                            if gone.next_if_eq(&at).is_some() {
                                removed.push(item);
                                None
                            } else {
                                Some(item)
                            }
                        });
                    let kept = kept.collect();
                    *items = kept;
                    // What goes may run `__del__`, which may look at the list.
                    drop(items);
                    drop(removed);
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
                    Value::Slice(slice) => ascending(self.cut(slice, length)?),
                    _ => vec![self.position(index, length, "bytearray")?],
                };
                let mut gone = gone.into_iter().peekable();
                let mut at = 0..;
                bytes
                    .bytes
                    .borrow_mut()
                    .retain(|_| gone.next_if_eq(&at.next().unwrap_or_default()).is_none());
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

fn ascending(cut: Cut) -> Vec<usize> {
    if cut.step > 0 {
        cut.positions().collect()
    } else {
        cut.positions().rev().collect()
    }
}
