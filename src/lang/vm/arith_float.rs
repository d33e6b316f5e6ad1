//! Operators on floats and complex numbers.

use super::arith::zero_division;
use crate::lang::code::BinaryOp;
use crate::lang::objects::Complex;
use crate::lang::{Exception, PyResult, Value, type_error};
use std::rc::Rc;

#[inline]
pub fn float_op(op: BinaryOp, a: f64, b: f64) -> Option<PyResult<Value>> {
    Some(Ok(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
        BinaryOp::Multiply => a * b,
        BinaryOp::Divide if b == 0.0 => return Some(Err(zero_division("float division by zero"))),
        BinaryOp::Divide => a / b,
        BinaryOp::FloorDivide if b == 0.0 => {
            return Some(Err(zero_division("float floor division by zero")));
        }
        BinaryOp::Modulo if b == 0.0 => return Some(Err(zero_division("float modulo"))),
        BinaryOp::FloorDivide => float_divmod(a, b).0,
        BinaryOp::Modulo => float_divmod(a, b).1,
        BinaryOp::Power => return Some(float_power(a, b)),
        _ => return None,
    })))
}

/// CPython's `float_divmod`.
pub fn float_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest != 0.0 {
        if (b < 0.0) != (rest < 0.0) {
            rest += b;
            quotient -= 1.0;
        }
    } else {
        rest = 0.0f64.copysign(b);
    }
    let whole = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    } else {
        0.0f64.copysign(a / b)
    };
    (whole, rest)
}

pub(super) fn float_power(a: f64, b: f64) -> PyResult<Value> {
    if a == 0.0 && b < 0.0 {
        return Err(zero_division("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        return complex_op(
            BinaryOp::Power,
            Complex { real: a, imag: 0.0 },
            Complex { real: b, imag: 0.0 },
        )
        .unwrap_or(Ok(Value::None));
    }
    let power = a.powf(b);
    if power.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(Exception::with_args(
            "OverflowError",
            vec![Value::Int(34), Value::str("Numerical result out of range")],
        ));
    }
    Ok(Value::Float(power))
}

pub(super) fn complex_op(op: BinaryOp, a: Complex, b: Complex) -> Option<PyResult<Value>> {
    let (real, imag) = match op {
        BinaryOp::Add => (a.real + b.real, a.imag + b.imag),
        BinaryOp::Subtract => (a.real - b.real, a.imag - b.imag),
        BinaryOp::Multiply => (
            a.real * b.real - a.imag * b.imag,
            a.real * b.imag + a.imag * b.real,
        ),
        BinaryOp::Divide => {
            let norm = b.real * b.real + b.imag * b.imag;
            if norm == 0.0 {
                return Some(Err(zero_division("complex division by zero")));
            }
            (
                (a.real * b.real + a.imag * b.imag) / norm,
                (a.imag * b.real - a.real * b.imag) / norm,
            )
        }
        BinaryOp::Power
            if b.imag == 0.0 && b.real.fract() == 0.0 && (0.0..=100.0).contains(&b.real) =>
        {
            let mut result = (1.0, 0.0);
            for _ in 0..b.real as u32 {
                result = (
                    result.0 * a.real - result.1 * a.imag,
                    result.0 * a.imag + result.1 * a.real,
                );
            }
            result
        }
        BinaryOp::Power => {
            let length = a.real.hypot(a.imag);
            if length == 0.0 {
                (0.0, 0.0)
            } else {
                let angle = a.imag.atan2(a.real);
                let size = length.powf(b.real) / (angle * b.imag).exp();
                let turn = angle * b.real + b.imag * length.ln();
                (size * turn.cos(), size * turn.sin())
            }
        }
        BinaryOp::FloorDivide => {
            return Some(Err(type_error("can't take floor of complex number.")));
        }
        BinaryOp::Modulo => return Some(Err(type_error("can't mod complex numbers."))),
        _ => return None,
    };
    Some(Ok(Value::Complex(Rc::new(Complex { real, imag }))))
}
