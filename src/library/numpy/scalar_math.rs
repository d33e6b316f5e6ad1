//! Arithmetic of numpy's scalars.

use std::cmp::Ordering;

use super::promote::promote;
use super::scalar::{brings, dtype_of, fitted, scalar};
use crate::lang::native::Flow;
use crate::lang::{PyResult, Value, Vm, value_error};
use crate::tensor::DType;

/// A special method of scalars.
pub struct Operation {
    pub name: &'static str,
    pub is_unary: bool,
    does: Does,
}

enum Does {
    /// The operands the other way round if the flag is set.
    Arithmetic(Arithmetic, bool),
    Compare(fn(Option<Ordering>) -> bool),
    Negate,
    Keep,
    Abs,
    Invert,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Arithmetic {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    And,
    Or,
    Xor,
    LeftShift,
    RightShift,
}

const fn both(name: &'static str, arithmetic: Arithmetic, reflected: bool) -> Operation {
    Operation {
        name,
        is_unary: false,
        does: Does::Arithmetic(arithmetic, reflected),
    }
}

const fn compare(name: &'static str, holds: fn(Option<Ordering>) -> bool) -> Operation {
    Operation {
        name,
        is_unary: false,
        does: Does::Compare(holds),
    }
}

const fn unary(name: &'static str, does: Does) -> Operation {
    Operation {
        name,
        is_unary: true,
        does,
    }
}

pub const OPERATIONS: &[Operation] = &[
    both("__add__", Arithmetic::Add, false),
    both("__radd__", Arithmetic::Add, true),
    both("__sub__", Arithmetic::Sub, false),
    both("__rsub__", Arithmetic::Sub, true),
    both("__mul__", Arithmetic::Mul, false),
    both("__rmul__", Arithmetic::Mul, true),
    both("__truediv__", Arithmetic::TrueDiv, false),
    both("__rtruediv__", Arithmetic::TrueDiv, true),
    both("__floordiv__", Arithmetic::FloorDiv, false),
    both("__rfloordiv__", Arithmetic::FloorDiv, true),
    both("__mod__", Arithmetic::Mod, false),
    both("__rmod__", Arithmetic::Mod, true),
    both("__pow__", Arithmetic::Pow, false),
    both("__rpow__", Arithmetic::Pow, true),
    both("__and__", Arithmetic::And, false),
    both("__rand__", Arithmetic::And, true),
    both("__or__", Arithmetic::Or, false),
    both("__ror__", Arithmetic::Or, true),
    both("__xor__", Arithmetic::Xor, false),
    both("__rxor__", Arithmetic::Xor, true),
    both("__lshift__", Arithmetic::LeftShift, false),
    both("__rshift__", Arithmetic::RightShift, false),
    compare("__eq__", |order| order == Some(Ordering::Equal)),
    compare("__ne__", |order| order != Some(Ordering::Equal)),
    compare("__lt__", |order| order == Some(Ordering::Less)),
    compare("__le__", |order| order.is_some_and(Ordering::is_le)),
    compare("__gt__", |order| order == Some(Ordering::Greater)),
    compare("__ge__", |order| order.is_some_and(Ordering::is_ge)),
    unary("__neg__", Does::Negate),
    unary("__pos__", Does::Keep),
    unary("__abs__", Does::Abs),
    unary("__invert__", Does::Invert),
];

pub fn operate(vm: &mut Vm, number: usize, slots: &[Value]) -> PyResult<Flow> {
    let operation = &OPERATIONS[number];
    let Some(own) = dtype_of(vm, &slots[0]) else {
        return Ok(Value::NotImplemented.into());
    };
    if operation.is_unary {
        let plain = match (&operation.does, slots[0].base()) {
            (Does::Negate, Value::Int(int)) => Value::Int(int.wrapping_neg()),
            (Does::Negate, Value::Float(float)) => Value::Float(-float),
            (Does::Abs, Value::Int(int)) => Value::Int(int.wrapping_abs()),
            (Does::Abs, Value::Float(float)) => Value::Float(float.abs()),
            (Does::Invert, Value::Int(int)) => Value::Int(!int),
            (Does::Invert, Value::Bool(flag)) => Value::Bool(!flag),
            (Does::Keep | Does::Abs, plain) => plain.clone(),
            _ => return Ok(Value::NotImplemented.into()),
        };
        return Ok(scalar(vm, own, fitted(own, &plain)?).into());
    }
    let (Some(left), Some(right)) = (brings(vm, &slots[0]), brings(vm, &slots[1])) else {
        return Ok(Value::NotImplemented.into());
    };
    let dtype = promote(left, right);
    let (a, b) = (slots[0].base(), slots[1].base());
    match operation.does {
        Does::Compare(holds) => {
            let order = match (a, b) {
                (Value::Int(a), Value::Int(b)) => Some(a.cmp(b)),
                _ => float(dtype, a).partial_cmp(&float(dtype, b)),
            };
            Ok(scalar(vm, DType::Bool, Value::Bool(holds(order))).into())
        }
        Does::Arithmetic(arithmetic, reflected) => {
            let (a, b) = if reflected { (b, a) } else { (a, b) };
            match computed(arithmetic, dtype, a, b)? {
                Some((dtype, plain)) => Ok(scalar(vm, dtype, fitted(dtype, &plain)?).into()),
                None => Ok(Value::NotImplemented.into()),
            }
        }
        _ => Ok(Value::NotImplemented.into()),
    }
}

/// A number in a dtype, as float.
fn float(dtype: DType, value: &Value) -> f64 {
    let wide = match value {
        Value::Float(float) => *float,
        Value::Int(int) => *int as f64,
        Value::Bool(flag) => f64::from(u8::from(*flag)),
        _ => f64::NAN,
    };
    match dtype {
        DType::F32 => f64::from(wide as f32),
        _ => wide,
    }
}

fn int(value: &Value) -> i64 {
    match value {
        Value::Int(int) => *int,
        Value::Bool(flag) => i64::from(*flag),
        _ => 0,
    }
}

/// The result and its dtype; None where there is no such operation on this dtype.
fn computed(
    arithmetic: Arithmetic,
    dtype: DType,
    a: &Value,
    b: &Value,
) -> PyResult<Option<(DType, Value)>> {
    if arithmetic == Arithmetic::TrueDiv && !dtype.is_float() {
        return Ok(Some((
            DType::F64,
            floats(arithmetic, float(dtype, a), float(dtype, b)),
        )));
    }
    if dtype.is_float() {
        let result = floats(arithmetic, float(dtype, a), float(dtype, b));
        return Ok((!matches!(result, Value::None)).then_some((dtype, result)));
    }
    let result = ints(arithmetic, int(a), int(b))?;
    if dtype != DType::Bool {
        return Ok(Some((dtype, Value::Int(result))));
    }
    Ok(match arithmetic {
        Arithmetic::Add | Arithmetic::Or => Some((dtype, Value::Bool(int(a) + int(b) > 0))),
        Arithmetic::Mul | Arithmetic::And | Arithmetic::Xor => {
            Some((dtype, Value::Bool(result != 0)))
        }
        _ => None,
    })
}

fn floats(arithmetic: Arithmetic, a: f64, b: f64) -> Value {
    Value::Float(match arithmetic {
        Arithmetic::Add => a + b,
        Arithmetic::Sub => a - b,
        Arithmetic::Mul => a * b,
        Arithmetic::TrueDiv => a / b,
        Arithmetic::FloorDiv => (a / b).floor(),
        Arithmetic::Mod => {
            let rest = a % b;
            if rest != 0.0 && (rest < 0.0) != (b < 0.0) {
                rest + b
            } else {
                rest
            }
        }
        Arithmetic::Pow => a.powf(b),
        _ => return Value::None,
    })
}

/// Whole numbers wrap around; what is divided by zero is zero.
fn ints(arithmetic: Arithmetic, a: i64, b: i64) -> PyResult<i64> {
    let floor = |a: i64, b: i64| {
        let rest = a.wrapping_rem(b);
        let rest = if rest != 0 && (rest < 0) != (b < 0) {
            rest + b
        } else {
            rest
        };
        (a.wrapping_sub(rest).wrapping_div(b), rest)
    };
    Ok(match arithmetic {
        Arithmetic::Add => a.wrapping_add(b),
        Arithmetic::Sub => a.wrapping_sub(b),
        Arithmetic::Mul => a.wrapping_mul(b),
        Arithmetic::FloorDiv | Arithmetic::Mod | Arithmetic::TrueDiv if b == 0 => 0,
        Arithmetic::FloorDiv | Arithmetic::TrueDiv => floor(a, b).0,
        Arithmetic::Mod => floor(a, b).1,
        Arithmetic::Pow if b < 0 => {
            return Err(value_error(
                "Integers to negative integer powers are not allowed.",
            ));
        }
        Arithmetic::Pow => a.wrapping_pow(b.min(i64::from(u32::MAX)) as u32),
        Arithmetic::And => a & b,
        Arithmetic::Or => a | b,
        Arithmetic::Xor => a ^ b,
        Arithmetic::LeftShift => a.wrapping_shl(b as u32),
        Arithmetic::RightShift => a >> b.clamp(0, 63),
    })
}
