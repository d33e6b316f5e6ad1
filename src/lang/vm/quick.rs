//! What the loop does at once: arithmetic, comparison, subscripts and attributes of plain values, and the errors of
//! unbound names.

use std::rc::Rc;

use super::arith_float::float_op;
use super::arith_int::int_op;
use crate::lang::code::{BinaryOp, Code, CompareOp};
use crate::lang::objects::{Str, intern};
use crate::lang::{Exception, Value};

#[cold]
pub(super) fn unbound_local(name: &Rc<Str>) -> Exception {
    if name.as_str() == ".0" {
        return Exception::new("RuntimeError", "a comprehension lost its iterator");
    }
    Exception::new(
        "UnboundLocalError",
        format!("cannot access local variable '{name}' where it is not associated with a value"),
    )
}

pub(super) fn cell_name(code: &Code, slot: u32) -> Rc<Str> {
    let at = slot as usize - code.locals.len();
    match code.cells.get(at) {
        Some(cell) => cell.name.clone(),
        None => code
            .free
            .get(at - code.cells.len())
            .cloned()
            .unwrap_or_else(|| intern("?")),
    }
}

#[cold]
pub(super) fn unbound_cell(code: &Code, slot: u32) -> Exception {
    let at = slot as usize - code.locals.len();
    match code.cells.get(at) {
        Some(cell) => unbound_local(&cell.name),
        None => {
            let name = cell_name(code, slot);
            Exception::new(
                "NameError",
                format!(
                    "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
                ),
            )
        }
    }
}

/// `str(7)`, `int(2.5)`, `float(3)`, `range(9)`: conversions of plain numbers.
#[inline]
pub(super) fn quick_convert(
    types: &crate::lang::types::Types,
    class: &Rc<crate::lang::objects::Class>,
    value: &Value,
) -> Option<Value> {
    if Rc::ptr_eq(class, &types.str) {
        match value {
            Value::Int(int) => Some(Value::str(int.to_string())),
            Value::Str(_) => Some(value.clone()),
            _ => None,
        }
    } else if Rc::ptr_eq(class, &types.int) {
        match value {
            Value::Int(int) => Some(Value::Int(*int)),
            Value::Float(float) if float.abs() < 9e18 => Some(Value::Int(*float as i64)),
            _ => None,
        }
    } else if Rc::ptr_eq(class, &types.float) {
        match value {
            Value::Float(float) => Some(Value::Float(*float)),
            Value::Int(int) => Some(Value::Float(*int as f64)),
            _ => None,
        }
    } else if Rc::ptr_eq(class, &types.range) {
        match value {
            Value::Int(stop) => Some(Value::Range(Rc::new(crate::lang::objects::Range {
                start: 0,
                stop: *stop,
                step: 1,
            }))),
            _ => None,
        }
    } else {
        None
    }
}

/// Arithmetic on ints and floats.
#[inline(always)]
pub(super) fn quick_binary(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => match op {
            BinaryOp::Add => a.checked_add(*b).map(Value::Int),
            BinaryOp::Subtract => a.checked_sub(*b).map(Value::Int),
            BinaryOp::Multiply => a.checked_mul(*b).map(Value::Int),
            _ => int_op(op, *a, *b)?.ok(),
        },
        (Value::Float(a), Value::Float(b)) => quick_float(op, *a, *b),
        (Value::Float(a), Value::Int(b)) if b.unsigned_abs() < 1 << 53 => {
            quick_float(op, *a, *b as f64)
        }
        (Value::Int(a), Value::Float(b)) if a.unsigned_abs() < 1 << 53 => {
            quick_float(op, *a as f64, *b)
        }
        _ => None,
    }
}

#[inline(always)]
pub(super) fn quick_float(op: BinaryOp, a: f64, b: f64) -> Option<Value> {
    match op {
        BinaryOp::Add => Some(Value::Float(a + b)),
        BinaryOp::Subtract => Some(Value::Float(a - b)),
        BinaryOp::Multiply => Some(Value::Float(a * b)),
        BinaryOp::Divide if b != 0.0 => Some(Value::Float(a / b)),
        _ => float_op(op, a, b)?.ok(),
    }
}

#[inline(always)]
pub(super) fn quick_compare(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    Some(match (a, b) {
        (Value::Int(a), Value::Int(b)) => match op {
            CompareOp::Less => a < b,
            CompareOp::LessEqual => a <= b,
            CompareOp::Equal => a == b,
            CompareOp::NotEqual => a != b,
            CompareOp::Greater => a > b,
            CompareOp::GreaterEqual => a >= b,
            _ => return None,
        },
        (Value::Float(a), Value::Float(b)) => match op {
            CompareOp::Less => a < b,
            CompareOp::LessEqual => a <= b,
            CompareOp::Equal => a == b,
            CompareOp::NotEqual => a != b,
            CompareOp::Greater => a > b,
            CompareOp::GreaterEqual => a >= b,
            _ => return None,
        },
        (Value::Str(a), Value::Str(b)) => match op {
            CompareOp::Equal => Str::same(a, b),
            CompareOp::NotEqual => !Str::same(a, b),
            _ => return None,
        },
        (_, Value::None) => match op {
            CompareOp::Is => a.is_none(),
            CompareOp::IsNot => !a.is_none(),
            _ => return None,
        },
        _ => return None,
    })
}

#[inline(always)]
pub(super) fn quick_subscript(object: &Value, index: &Value) -> Option<Value> {
    let at = |length: usize, index: i64| -> Option<usize> {
        let place = if index < 0 {
            index + length as i64
        } else {
            index
        };
        (0 <= place && place < length as i64).then_some(place as usize)
    };
    match (object, index) {
        (Value::List(list), Value::Int(index)) => {
            let items = list.items.borrow();
            at(items.len(), *index).map(|at| items[at].clone())
        }
        (Value::Tuple(tuple), Value::Int(index)) => {
            at(tuple.len(), *index).map(|at| tuple[at].clone())
        }
        _ => None,
    }
}

/// An instance's own attribute, where its class is known to have no say.
#[inline(always)]
pub(super) fn cached_attribute(
    value: &Value,
    name: &Rc<Str>,
    cache: &crate::lang::code::Cache,
) -> Option<Value> {
    match value {
        Value::Instance(instance) => {
            if cache.version.get() != instance.class.version() {
                return None;
            }
            let map = instance.dict_if_any()?.map.borrow();
            let entry = map.entry(cache.index.get() as usize)?;
            match &entry.key {
                Value::Str(key) if Rc::ptr_eq(key, name) => Some(entry.value.clone()),
                _ => {
                    let index = map.find_name(name)?;
                    cache.index.set(index as u32);
                    map.entry(index).map(|entry| entry.value.clone())
                }
            }
        }
        Value::Module(module) => {
            let map = module.dict.map.borrow();
            let entry = map.entry(cache.index.get() as usize)?;
            match &entry.key {
                Value::Str(key) if Rc::ptr_eq(key, name) => Some(entry.value.clone()),
                _ => {
                    let index = map.find_name(name)?;
                    cache.index.set(index as u32);
                    map.entry(index).map(|entry| entry.value.clone())
                }
            }
        }
        _ => None,
    }
}
