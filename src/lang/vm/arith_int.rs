//! Operators on whole numbers: 64 bits as long as they do, then as many as it takes.

use super::arith::zero_division;
use super::arith_float::float_op;
use crate::lang::code::BinaryOp;
use crate::lang::{Exception, PyResult, Value, overflow_error, text, value_error};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

/// Bits that a number may have: one product of two such takes seconds.
const MOST_BITS: u64 = 1 << 27;

fn too_large() -> PyResult<Value> {
    Err(Exception::new("MemoryError", ""))
}

#[inline]
pub fn int_op(op: BinaryOp, a: i64, b: i64) -> Option<PyResult<Value>> {
    let small = match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Subtract => a.checked_sub(b),
        BinaryOp::Multiply => a.checked_mul(b),
        BinaryOp::FloorDivide if b != 0 => floor_div(a, b),
        BinaryOp::Modulo if b != 0 => Some(floor_mod(a, b)),
        BinaryOp::Divide if b != 0 && a.unsigned_abs() < 1 << 53 && b.unsigned_abs() < 1 << 53 => {
            return Some(Ok(Value::Float(a as f64 / b as f64)));
        }
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::LeftShift if (0..64).contains(&b) && (a << b) >> b == a => Some(a << b),
        BinaryOp::RightShift if b >= 0 => Some(a >> b.min(63)),
        BinaryOp::Power if (0..=u32::MAX.into()).contains(&b) => a.checked_pow(b as u32),
        _ => None,
    };
    match small {
        Some(value) => Some(Ok(Value::Int(value))),
        None => big_op(op, BigInt::from(a), BigInt::from(b)),
    }
}

pub(super) fn floor_div(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    Some(if a % b != 0 && (a < 0) != (b < 0) {
        quotient - 1
    } else {
        quotient
    })
}

pub(super) fn floor_mod(a: i64, b: i64) -> i64 {
    let rest = a.wrapping_rem(b);
    if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    }
}

pub(super) fn big_op(op: BinaryOp, a: BigInt, b: BigInt) -> Option<PyResult<Value>> {
    Some(Ok(Value::big(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply if a.bits() + b.bits() > MOST_BITS => return Some(too_large()),
        BinaryOp::Multiply => a * b,
        BinaryOp::FloorDivide | BinaryOp::Modulo if b.is_zero() => {
            let words = if op == BinaryOp::Modulo {
                "integer modulo by zero"
            } else {
                "integer division or modulo by zero"
            };
            return Some(Err(zero_division(words)));
        }
        BinaryOp::FloorDivide => a.div_floor(&b),
        BinaryOp::Modulo => a.mod_floor(&b),
        BinaryOp::Divide if b.is_zero() => return Some(Err(zero_division("division by zero"))),
        BinaryOp::Divide => {
            return Some(
                text::int::divide(&a, &b)
                    .map(Value::Float)
                    .map_err(Exception::from),
            );
        }
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::LeftShift | BinaryOp::RightShift if b.is_negative() => {
            return Some(Err(value_error("negative shift count")));
        }
        BinaryOp::LeftShift => match b.to_u64() {
            _ if a.is_zero() => a,
            Some(bits) if a.bits().saturating_add(bits) <= MOST_BITS => a << bits,
            Some(_) => return Some(too_large()),
            _ => return Some(Err(overflow_error("too many digits in integer"))),
        },
        BinaryOp::RightShift => match b.to_u64() {
            Some(bits) => a >> bits,
            None => BigInt::from(if a.is_negative() { -1 } else { 0 }),
        },
        BinaryOp::Power => {
            if b.is_negative() {
                let (a, b) = (text::int::to_f64(&a), text::int::to_f64(&b));
                return match (a, b) {
                    (Ok(a), Ok(b)) => float_op(BinaryOp::Power, a, b),
                    (Err(error), _) | (_, Err(error)) => Some(Err(error.into())),
                };
            }
            match b.to_u32() {
                Some(power) if a.bits().saturating_mul(u64::from(power)) <= MOST_BITS => {
                    a.pow(power)
                }
                _ if a.magnitude().is_zero() || a.bits() == 1 => {
                    if a.is_negative() && b.is_odd() || !a.is_negative() {
                        a
                    } else {
                        -a
                    }
                }
                _ => return Some(too_large()),
            }
        }
        BinaryOp::MatrixMultiply => return None,
    })))
}
