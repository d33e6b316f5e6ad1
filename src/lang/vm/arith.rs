//! Arithmetic on built-in values.

use super::arith_float::{complex_op, float_op};
use super::arith_int::{big_op, int_op};
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::Signed;

use super::Vm;
use crate::lang::code::{BinaryOp, UnaryOp};
use crate::lang::objects::{Alias, AliasKind, ByteArray, Complex};
use crate::lang::types::bytes::{bytes_of, same_kind};
use crate::lang::{Exception, PyResult, Value, overflow_error, text, type_error};

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

pub(super) fn zero_division(message: &str) -> Exception {
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
                let b = b.items.borrow();
                if let Err(exception) = self.charge((a.len() + b.len()) * 16) {
                    return Some(Err(exception));
                }
                let mut items = a.to_vec();
                items.extend(b.iter().cloned());
                Value::list(items)
            }
            (BinaryOp::Add, Value::Tuple(a), Value::Tuple(b)) => {
                if let Err(exception) = self.charge((a.len() + b.len()) * 16) {
                    return Some(Err(exception));
                }
                Value::tuple(a.iter().chain(b.iter()).cloned())
            }
            (
                BinaryOp::Add,
                Value::Bytes(_) | Value::ByteArray(_),
                Value::Bytes(_) | Value::ByteArray(_),
            ) if !matches!((a, b), (Value::Bytes(_), Value::Bytes(_))) => {
                let whole = [bytes_of(self, a), bytes_of(self, b)];
                let whole: PyResult<Vec<Vec<u8>>> = whole.into_iter().collect();
                return Some(whole.map(|parts| same_kind(a, parts.concat())));
            }
            (BinaryOp::Add, Value::Bytes(a), Value::Bytes(b)) => {
                if let Err(exception) = self.charge(a.len() + b.len()) {
                    return Some(Err(exception));
                }
                Value::bytes([&***a, &***b].concat())
            }
            (
                BinaryOp::Multiply,
                Value::Str(_)
                | Value::List(_)
                | Value::Tuple(_)
                | Value::Bytes(_)
                | Value::ByteArray(_),
                _,
            ) => return self.repeat(a, b),
            (
                BinaryOp::Multiply,
                _,
                Value::Str(_)
                | Value::List(_)
                | Value::Tuple(_)
                | Value::Bytes(_)
                | Value::ByteArray(_),
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
            Value::ByteArray(array) => array.bytes.borrow().len(),
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
            Value::ByteArray(array) => Value::ByteArray(Rc::new(ByteArray {
                bytes: array.bytes.borrow().repeat(count).into(),
            })),
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

impl Vm {
    /// `float(value)` of a number or of what has `__float__`; may ask.
    pub fn float(&mut self, value: &Value) -> PyResult<f64> {
        crate::lang::types::construct::float_of(self, value)
    }
}
