//! `a[i]`

use std::rc::Rc;

use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Alias, AliasKind, ByteArray, Class, Dict, Range, Slice};
use crate::lang::vm::{Vm, character};
use crate::lang::{PyResult, Value, index_error, key_error, type_error};

const RANGE_END: &str = "range object index out of range";
const BYTES_END: &str = "index out of range";

impl Vm {
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
        if let Value::Class(class) = object.base() {
            return self.class_subscript(&class.clone(), object, index);
        }
        let value = match index {
            Value::Slice(slice) => self.slice_of(object, slice)?,
            _ => self.item_of(object, index)?,
        };
        match value {
            Some(value) => Ok(value.into()),
            None => Err(type_error(format!(
                "'{}' object is not subscriptable",
                self.type_name(object)
            ))),
        }
    }

    /// `object[index]` of a built-in container; None for what is none.
    fn item_of(&mut self, object: &Value, index: &Value) -> PyResult<Option<Value>> {
        Ok(Some(match object.base() {
            Value::List(list) => {
                let at = self.position(index, list.len(), "list")?;
                list.get(at).unwrap_or_default()
            }
            Value::Tuple(tuple) => tuple[self.position(index, tuple.len(), "tuple")?].clone(),
            Value::Dict(dict) | Value::MappingProxy(dict) => {
                match self.dict_get(&dict.clone(), index)? {
                    Some(value) => value,
                    None => return Err(key_error(index.clone())),
                }
            }
            Value::Str(text) => {
                let at = self.position(index, text.char_count(), "string")?;
                let found = text.char_at(at).and_then(|text| text.chars().next());
                Value::Str(character(found.unwrap_or(' ')))
            }
            Value::Range(range) => {
                let at = self.position_or(index, range.len() as usize, "range", RANGE_END)?;
                Value::Int(range.get(at as i64))
            }
            Value::Bytes(bytes) => {
                let at = self.position_or(index, bytes.len(), "byte", BYTES_END)?;
                Value::Int(i64::from(bytes[at]))
            }
            Value::ByteArray(bytes) => {
                let length = bytes.bytes.borrow().len();
                let at = self.position(index, length, "bytearray")?;
                Value::Int(i64::from(bytes.bytes.borrow()[at]))
            }
            Value::Alias(_) => object.clone(),
            _ => return Ok(None),
        }))
    }

    /// `object[start:stop:step]` of a built-in container; None for what is none.
    fn slice_of(&mut self, object: &Value, slice: &Rc<Slice>) -> PyResult<Option<Value>> {
        Ok(Some(match object.base() {
            Value::List(list) => {
                let cut = self.cut(slice, list.len())?;
                self.charge(cut.count * 16)?;
                let items = list.items.borrow();
                Value::list(cut.positions().map(|at| items[at].clone()).collect())
            }
            Value::Tuple(tuple) => {
                let cut = self.cut(slice, tuple.len())?;
                Value::tuple(cut.positions().map(|at| tuple[at].clone()))
            }
            Value::Str(text) => {
                let cut = self.cut(slice, text.char_count())?;
                if cut.step == 1 {
                    let start = cut.start as usize;
                    Value::str(text.char_slice(start, start + cut.count))
                } else {
                    let chars: Vec<char> = text.chars().collect();
                    Value::str(cut.positions().map(|at| chars[at]).collect::<String>())
                }
            }
            Value::Range(range) => {
                let cut = self.cut(slice, range.len() as usize)?;
                Value::Range(Rc::new(Range {
                    start: range.get(cut.start),
                    stop: range.get(cut.stop),
                    step: range.step.saturating_mul(cut.step),
                }))
            }
            Value::Bytes(bytes) => {
                let cut = self.cut(slice, bytes.len())?;
                Value::bytes(cut.positions().map(|at| bytes[at]).collect::<Vec<u8>>())
            }
            Value::ByteArray(bytes) => {
                let bytes = bytes.bytes.borrow();
                let cut = self.cut(slice, bytes.len())?;
                let cut = cut.positions().map(|at| bytes[at]).collect::<Vec<u8>>();
                Value::ByteArray(Rc::new(ByteArray { bytes: cut.into() }))
            }
            Value::Dict(_) | Value::MappingProxy(_) => {
                return self.item_of(object, &Value::Slice(slice.clone()));
            }
            Value::Alias(_) => object.clone(),
            _ => return Ok(None),
        }))
    }

    /// [`Vm::position`] with the words of its own that a type has for an index past its end.
    fn position_or(
        &mut self,
        index: &Value,
        length: usize,
        what: &str,
        past_end: &str,
    ) -> PyResult<usize> {
        self.position(index, length, what).map_err(|exception| {
            if exception.is("IndexError") {
                index_error(past_end)
            } else {
                exception
            }
        })
    }

    /// `list[int]`: what a class makes of an index.
    fn class_subscript(
        &mut self,
        class: &Rc<Class>,
        object: &Value,
        index: &Value,
    ) -> PyResult<Flow> {
        let tail_call = |callee: Value| {
            Ok(Flow::TailCall {
                callee,
                args: CallArgs::positional([object.clone(), index.clone()]),
            })
        };
        if class.meta.is_some() {
            let name = self.names.getitem.clone();
            if let Some(method) = self.lookup_special(object, &name) {
                return tail_call(method);
            }
        }
        let name = self.names.class_getitem.clone();
        match class.lookup(&name) {
            Some(Value::ClassMethod(wrapper)) => return tail_call(wrapper.function.clone()),
            Some(method @ Value::Function(_)) => return tail_call(method),
            _ => {}
        }
        if !self.is_generic(class) {
            return Err(type_error(format!(
                "type '{}' is not subscriptable",
                class.name()
            )));
        }
        let args = match index {
            Value::Tuple(items) => items.to_vec(),
            other => vec![other.clone()],
        };
        Ok(Value::Alias(Rc::new(Alias {
            kind: AliasKind::Generic(class.clone()),
            args,
        }))
        .into())
    }

    fn is_generic(&self, class: &Rc<Class>) -> bool {
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
    fn dict_subscript(&mut self, dict: &Dict, object: &Value, index: &Value) -> PyResult<Flow> {
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
}
