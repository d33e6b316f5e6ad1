//! Arithmetic on built-in values.

use std::rc::Rc;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::Vm;
use crate::lang::code::{BinaryOp, UnaryOp};
use crate::lang::objects::{Alias, AliasKind, Complex};
use crate::lang::{Exception, PyResult, Value, overflow_error, text, type_error, value_error};

/// A number of any built-in kind.
pub enum Number {
    Int(i64),
    Big(Rc<BigInt>),
    Float(f64),
    Complex(Complex),
}

/// The number that a value is, looking into subclasses of int and float.
pub fn number(value: &Value) -> Option<Number> {
    Some(match value.base() {
        Value::Int(int) => Number::Int(*int),
        Value::Bool(value) => Number::Int(i64::from(*value)),
        Value::BigInt(big) => Number::Big(big.clone()),
        Value::Float(float) => Number::Float(*float),
        Value::Complex(complex) => Number::Complex(**complex),
        _ => return None,
    })
}

impl Number {
    fn big(&self) -> Option<BigInt> {
        match self {
            Number::Int(int) => Some(BigInt::from(*int)),
            Number::Big(big) => Some((**big).clone()),
            _ => None,
        }
    }

    fn float(&self) -> PyResult<f64> {
        match self {
            Number::Int(int) => Ok(*int as f64),
            Number::Big(big) => Ok(text::int::to_f64(big)?),
            Number::Float(float) => Ok(*float),
            Number::Complex(_) => Err(type_error("can't convert complex to float")),
        }
    }

    fn complex(&self) -> PyResult<Complex> {
        match self {
            Number::Complex(complex) => Ok(*complex),
            other => Ok(Complex {
                real: other.float()?,
                imag: 0.0,
            }),
        }
    }
}

impl From<text::Error> for Exception {
    fn from(error: text::Error) -> Exception {
        let kind = match error.kind {
            text::Kind::IndexError => "IndexError",
            text::Kind::OverflowError => "OverflowError",
            text::Kind::TypeError => "TypeError",
            text::Kind::UnicodeDecodeError => "UnicodeDecodeError",
            text::Kind::UnicodeEncodeError => "UnicodeEncodeError",
            text::Kind::ValueError => "ValueError",
        };
        Exception::new(kind, error.message)
    }
}

fn zero_division(message: &str) -> Exception {
    Exception::new("ZeroDivisionError", message)
}

impl Vm {
    /// A binary operator on built-in values; None if the types do not go together.
    pub fn builtin_binary(
        &mut self,
        op: BinaryOp,
        a: &Value,
        b: &Value,
    ) -> Option<PyResult<Value>> {
        if let (Some(a), Some(b)) = (number(a), number(b)) {
            if let (BinaryOp::And | BinaryOp::Or | BinaryOp::Xor, Number::Int(_), Number::Int(_)) =
                (op, &a, &b)
            {
                // Bools stay bools; handled below by the values themselves.
            } else {
                return numeric(op, a, b);
            }
        }
        if let (BinaryOp::Modulo, Value::Str(format)) = (op, a.base()) {
            return Some(self.percent_format(&format.clone(), b));
        }
        self.builtin_other(op, a.base(), b.base())
    }

    fn builtin_other(&mut self, op: BinaryOp, a: &Value, b: &Value) -> Option<PyResult<Value>> {
        Some(Ok(match (op, a, b) {
            (BinaryOp::And, Value::Bool(a), Value::Bool(b)) => Value::Bool(a & b),
            (BinaryOp::Or, Value::Bool(a), Value::Bool(b)) => Value::Bool(a | b),
            (BinaryOp::Xor, Value::Bool(a), Value::Bool(b)) => Value::Bool(a ^ b),
            (
                BinaryOp::And | BinaryOp::Or | BinaryOp::Xor,
                Value::Int(_) | Value::Bool(_),
                Value::Int(_) | Value::Bool(_),
            ) => {
                return numeric(op, number(a)?, number(b)?);
            }
            (BinaryOp::Add, Value::Str(a), Value::Str(b)) => {
                if let Err(exception) = self.charge(a.len() + b.len()) {
                    return Some(Err(exception));
                }
                let mut text = String::with_capacity(a.len() + b.len());
                text.push_str(a);
                text.push_str(b);
                Value::str(text)
            }
            (BinaryOp::Add, Value::List(a), Value::List(b)) => {
                let mut items = a.to_vec();
                items.extend(b.items.borrow().iter().cloned());
                if let Err(exception) = self.charge(items.len() * 16) {
                    return Some(Err(exception));
                }
                Value::list(items)
            }
            (BinaryOp::Add, Value::Tuple(a), Value::Tuple(b)) => {
                Value::tuple(a.iter().chain(b.iter()).cloned())
            }
            (BinaryOp::Add, Value::Bytes(a), Value::Bytes(b)) => {
                Value::bytes([&***a, &***b].concat())
            }
            (
                BinaryOp::Multiply,
                Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_),
                _,
            ) => return self.repeat(a, b),
            (
                BinaryOp::Multiply,
                _,
                Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_),
            ) => return self.repeat(b, a),
            (BinaryOp::Or, Value::Dict(a), Value::Dict(b)) => {
                let merged = crate::lang::objects::Dict {
                    map: std::cell::RefCell::new(a.map.borrow().clone()),
                };
                let result = Rc::new(merged);
                for (key, value) in b.pairs() {
                    if let Err(exception) = self.dict_set(&result, key, value) {
                        return Some(Err(exception));
                    }
                }
                Value::Dict(result)
            }
            (BinaryOp::And | BinaryOp::Or | BinaryOp::Xor | BinaryOp::Subtract, _, _)
                if is_set(a) && is_set(b) =>
            {
                return Some(self.set_operation(op, a, b));
            }
            (BinaryOp::Or, _, _)
                if is_type(a)
                    && is_type(b)
                    && (matches!(a, Value::Class(_) | Value::Alias(_))
                        || matches!(b, Value::Class(_) | Value::Alias(_))) =>
            {
                let mut args = Vec::new();
                for side in [a, b] {
                    match side {
                        Value::Alias(alias) if matches!(alias.kind, AliasKind::Union) => {
                            args.extend(alias.args.iter().cloned())
                        }
                        other => args.push(other.clone()),
                    }
                }
                Value::Alias(Rc::new(Alias {
                    kind: AliasKind::Union,
                    args,
                }))
            }
            _ => return None,
        }))
    }

    fn repeat(&mut self, sequence: &Value, count: &Value) -> Option<PyResult<Value>> {
        let count = match count.base() {
            Value::Int(count) => (*count).max(0) as usize,
            Value::Bool(count) => usize::from(*count),
            Value::BigInt(big) if big.is_negative() => 0,
            Value::BigInt(_) => {
                return Some(Err(overflow_error(
                    "cannot fit 'int' into an index-sized integer",
                )));
            }
            _ => {
                let name = self.names.index.clone();
                return match self.special(count, &name, [])? {
                    Ok(count) => self.repeat(sequence, &count),
                    Err(exception) => Some(Err(exception)),
                };
            }
        };
        let unit = match sequence {
            Value::Str(text) => text.len(),
            Value::List(list) => list.len() * 16,
            Value::Tuple(tuple) => tuple.len() * 16,
            Value::Bytes(bytes) => bytes.len(),
            _ => return None,
        };
        if unit
            .checked_mul(count)
            .is_none_or(|size| size as u64 > 1 << 40)
        {
            return Some(Err(Exception::new("MemoryError", "")));
        }
        if let Err(exception) = self.charge(unit * count) {
            return Some(Err(exception));
        }
        let repeated = |items: &[Value]| -> Vec<Value> {
            let mut result = Vec::with_capacity(items.len() * count);
            for _ in 0..count {
                result.extend_from_slice(items);
            }
            result
        };
        Some(Ok(match sequence {
            Value::Str(text) => Value::str(text.repeat(count)),
            Value::List(list) => Value::list(repeated(&list.items.borrow())),
            Value::Tuple(tuple) => Value::tuple(repeated(tuple)),
            Value::Bytes(bytes) => Value::bytes(bytes.repeat(count)),
            _ => return None,
        }))
    }

    /// `-a`, `+a`, `~a` of a built-in value.
    pub fn builtin_unary(&mut self, op: UnaryOp, value: &Value) -> Option<Value> {
        Some(match (op, number(value)?) {
            (UnaryOp::Negative, Number::Int(int)) => int
                .checked_neg()
                .map_or_else(|| Value::big(-BigInt::from(int)), Value::Int),
            (UnaryOp::Negative, Number::Big(big)) => Value::big(-&*big),
            (UnaryOp::Negative, Number::Float(float)) => Value::Float(-float),
            (UnaryOp::Negative, Number::Complex(c)) => Value::Complex(Rc::new(Complex {
                real: -c.real,
                imag: -c.imag,
            })),
            (UnaryOp::Positive, Number::Int(int)) => Value::Int(int),
            (UnaryOp::Positive, Number::Big(big)) => Value::BigInt(big),
            (UnaryOp::Positive, Number::Float(float)) => Value::Float(float),
            (UnaryOp::Positive, Number::Complex(c)) => Value::Complex(Rc::new(c)),
            (UnaryOp::Invert, Number::Int(int)) => Value::Int(!int),
            (UnaryOp::Invert, Number::Big(big)) => Value::big(-(&*big) - 1),
            (UnaryOp::Invert, _) => return None,
        })
    }
}

fn is_set(value: &Value) -> bool {
    matches!(value, Value::Set(_) | Value::FrozenSet(_))
        || matches!(value, Value::DictView(view) if view.kind != crate::lang::objects::ViewKind::Values)
}

fn is_type(value: &Value) -> bool {
    matches!(value, Value::Class(_) | Value::None | Value::Alias(_))
}

fn numeric(op: BinaryOp, a: Number, b: Number) -> Option<PyResult<Value>> {
    match (&a, &b) {
        (Number::Int(a), Number::Int(b)) => int_op(op, *a, *b),
        (Number::Complex(_), _) | (_, Number::Complex(_)) => {
            let (a, b) = match (a.complex(), b.complex()) {
                (Ok(a), Ok(b)) => (a, b),
                (Err(exception), _) | (_, Err(exception)) => return Some(Err(exception)),
            };
            complex_op(op, a, b)
        }
        (Number::Float(_), _) | (_, Number::Float(_)) => {
            let (a, b) = match (a.float(), b.float()) {
                (Ok(a), Ok(b)) => (a, b),
                (Err(exception), _) | (_, Err(exception)) => return Some(Err(exception)),
            };
            float_op(op, a, b)
        }
        _ => big_op(op, a.big()?, b.big()?),
    }
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

fn floor_div(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    Some(if a % b != 0 && (a < 0) != (b < 0) {
        quotient - 1
    } else {
        quotient
    })
}

fn floor_mod(a: i64, b: i64) -> i64 {
    let rest = a.wrapping_rem(b);
    if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    }
}

fn big_op(op: BinaryOp, a: BigInt, b: BigInt) -> Option<PyResult<Value>> {
    Some(Ok(Value::big(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Subtract => a - b,
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
            Some(bits) if bits < 1 << 32 => a << bits,
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
                Some(power) if a.bits().saturating_mul(u64::from(power)) < 1 << 27 => a.pow(power),
                _ if a.magnitude().is_zero() || a.bits() == 1 => {
                    if a.is_negative() && b.is_odd() || !a.is_negative() {
                        a
                    } else {
                        -a
                    }
                }
                _ => return Some(Err(Exception::new("MemoryError", ""))),
            }
        }
        BinaryOp::MatrixMultiply => return None,
    })))
}

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

fn float_power(a: f64, b: f64) -> PyResult<Value> {
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

fn complex_op(op: BinaryOp, a: Complex, b: Complex) -> Option<PyResult<Value>> {
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

impl Vm {
    /// `float(value)` of a number or of what has `__float__`; may ask.
    pub fn float(&mut self, value: &Value) -> PyResult<f64> {
        crate::lang::types::construct::float_of(self, value)
    }
}
