//! Making functions, and taking sequences apart.

use std::rc::Rc;

use super::Step;
use crate::lang::objects::{Function, intern};
use crate::lang::vm::{OnReturn, Operation, Vm};
use crate::lang::{PyResult, Value, value_error};

impl Vm {
    pub(super) fn make_function(&mut self, bits: u32) {
        let Value::Code(code) = self.pop() else {
            return;
        };
        let closure = if bits & 8 != 0 {
            match self.pop() {
                Value::Tuple(cells) => cells
                    .iter()
                    .filter_map(|cell| {
                        if let Value::Cell(cell) = cell {
                            Some(cell.clone())
                        } else {
                            None
                        }
                    })
                    .collect(),
                _ => Vec::new(),
            }
        } else {
            Vec::new()
        };
        let annotations = if bits & 4 != 0 {
            self.pop()
        } else {
            Value::None
        };
        let keyword_defaults = match if bits & 2 != 0 {
            self.pop()
        } else {
            Value::None
        } {
            Value::Dict(dict) => dict
                .pairs()
                .into_iter()
                .filter_map(|(key, value)| Some((intern(key.as_str()?), value)))
                .collect(),
            _ => Vec::new(),
        };
        let defaults = match if bits & 1 != 0 {
            self.pop()
        } else {
            Value::None
        } {
            Value::Tuple(items) => items.to_vec(),
            _ => Vec::new(),
        };
        let globals = self.globals().unwrap_or_default();
        self.stack.push(Value::Function(Rc::new(Function {
            name: code.name.clone().into(),
            qualname: code.qualname.clone().into(),
            own_doc: Default::default(),
            code,
            globals,
            defaults: defaults.into(),
            keyword_defaults: keyword_defaults.into(),
            closure,
            annotations: annotations.into(),
            dict: None.into(),
        })));
    }

    /// Pops a sequence; pushes its items, the first on top.
    pub(super) fn unpack(
        &mut self,
        at: usize,
        before: usize,
        after: Option<usize>,
    ) -> PyResult<Step> {
        let value = self.pop();
        let items: Vec<Value> = match &value {
            Value::Tuple(tuple) => {
                if after.is_none() && tuple.len() == before {
                    self.stack.extend(tuple.iter().rev().cloned());
                    return Ok(Step::Next);
                }
                tuple.to_vec()
            }
            Value::List(list) => list.to_vec(),
            _ => {
                // One more tells that there are too many.
                let most = after.map_or(before + 1, |_| usize::MAX);
                return self.operate(at, Operation::Items(most), [value], OnReturn::Retry);
            }
        };
        match after {
            None if items.len() == before => self.stack.extend(items.into_iter().rev()),
            None if items.len() < before => {
                return Err(value_error(format!(
                    "not enough values to unpack (expected {before}, got {})",
                    items.len()
                )));
            }
            None => {
                return Err(value_error(format!(
                    "too many values to unpack (expected {before})"
                )));
            }
            Some(after) => {
                if items.len() < before + after {
                    return Err(value_error(format!(
                        "not enough values to unpack (expected at least {}, got {})",
                        before + after,
                        items.len()
                    )));
                }
                let middle = items[before..items.len() - after].to_vec();
                self.stack
                    .extend(items[items.len() - after..].iter().rev().cloned());
                self.stack.push(Value::list(middle));
                self.stack.extend(items[..before].iter().rev().cloned());
            }
        }
        Ok(Step::Next)
    }
}
