//! A slice or an index applied to a length.

use crate::lang::objects::Slice;
use crate::lang::vm::Vm;
use crate::lang::{Exception, PyResult, Value, index_error, type_error, value_error};

/// A slice applied to a length: `start` to before `stop` by `step`, and the number of elements.
#[derive(Clone, Copy, Debug)]
pub struct Cut {
    pub start: i64,
    pub stop: i64,
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
        // Between two multiples: a step may be as large as an int.
        let distance = if step > 0 { stop - start } else { start - stop };
        let count = match distance {
            1.. => (distance - 1) as u64 / step.unsigned_abs() + 1,
            _ => 0,
        };
        Ok(Cut {
            start,
            stop,
            step,
            count: count as usize,
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

    pub(super) fn position(&mut self, index: &Value, length: usize, what: &str) -> PyResult<usize> {
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
