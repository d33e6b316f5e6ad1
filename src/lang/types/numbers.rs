//! What `int`, `float` and `complex` can do beside arithmetic.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive};

use super::arguments::{int, text};
use super::define::{Def, class_method, getter, method, static_method};
use super::text_format::small_or_big;
use crate::lang::objects::Complex;
use crate::lang::text::{float, int as int_text};
use crate::lang::{PyResult, Value, Vm, overflow_error, type_error, value_error};

pub const INT_METHODS: &[Def] = &[
    method("bit_length", "(self, /)", |_, args| {
        Ok(Value::Int(big(&args[0])?.bits() as i64))
    }),
    method("bit_count", "(self, /)", |_, args| {
        Ok(Value::Int(big(&args[0])?.magnitude().count_ones() as i64))
    }),
    method("conjugate", "(self, /)", |_, args| {
        Ok(Value::big(big(&args[0])?))
    }),
    method("as_integer_ratio", "(self, /)", |_, args| {
        Ok(Value::tuple([Value::big(big(&args[0])?), Value::Int(1)]))
    }),
    method(
        "to_bytes",
        "(self, length=1, byteorder='big', *, signed=False)",
        to_bytes,
    ),
    class_method(
        "from_bytes",
        "(cls, bytes, byteorder='big', *, signed=False)",
        from_bytes,
    ),
    getter("real", |_, args| Ok(Value::big(big(&args[0])?))),
    getter("imag", |_, _| Ok(Value::Int(0))),
    getter("numerator", |_, args| Ok(Value::big(big(&args[0])?))),
    getter("denominator", |_, _| Ok(Value::Int(1))),
];

pub const FLOAT_METHODS: &[Def] = &[
    method("is_integer", "(self, /)", |_, args| {
        let x = double(&args[0])?;
        Ok((x.is_finite() && x == x.trunc()).into())
    }),
    method("as_integer_ratio", "(self, /)", |_, args| {
        let (numerator, denominator) = float::as_integer_ratio(double(&args[0])?)?;
        Ok(Value::tuple([
            Value::big(numerator),
            Value::big(denominator),
        ]))
    }),
    method("hex", "(self, /)", |_, args| {
        Ok(float::hex(double(&args[0])?).into())
    }),
    class_method("fromhex", "(cls, string, /)", |vm, args| {
        let digits = text(vm, &args[1], "fromhex() argument must be str")?;
        Ok(float::from_hex(digits)?.into())
    }),
    method("conjugate", "(self, /)", |_, args| {
        Ok(double(&args[0])?.into())
    }),
    getter("real", |_, args| Ok(double(&args[0])?.into())),
    getter("imag", |_, _| Ok(Value::Float(0.0))),
    static_method("__getformat__", "(typestr, /)", |_, _| {
        Ok("IEEE, little-endian".into())
    }),
];

pub const COMPLEX_METHODS: &[Def] = &[
    getter("real", |_, args| Ok(complex(&args[0])?.real.into())),
    getter("imag", |_, args| Ok(complex(&args[0])?.imag.into())),
    method("conjugate", "(self, /)", |_, args| {
        let Complex { real, imag } = complex(&args[0])?;
        Ok(Value::Complex(Rc::new(Complex { real, imag: -imag })))
    }),
];

fn big(value: &Value) -> PyResult<BigInt> {
    match value.base() {
        Value::Int(int) => Ok(BigInt::from(*int)),
        Value::Bool(value) => Ok(BigInt::from(u8::from(*value))),
        Value::BigInt(big) => Ok((**big).clone()),
        _ => Err(type_error("descriptor requires an 'int' object")),
    }
}

fn double(value: &Value) -> PyResult<f64> {
    match value.base() {
        Value::Float(float) => Ok(*float),
        _ => Err(type_error("descriptor requires a 'float' object")),
    }
}

fn complex(value: &Value) -> PyResult<Complex> {
    match value.base() {
        Value::Complex(complex) => Ok(**complex),
        _ => Err(type_error("descriptor requires a 'complex' object")),
    }
}

fn is_big_endian(vm: &Vm, value: &Value) -> PyResult<bool> {
    match text(vm, value, "to_bytes() argument 'byteorder' must be str")? {
        "big" => Ok(true),
        "little" => Ok(false),
        _ => Err(value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn to_bytes(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let value = big(&args[0])?;
    let length = usize::try_from(int(vm, &args[1])?)
        .map_err(|_| value_error("length argument must be non-negative"))?;
    vm.charge(length)?;
    let signed = vm.truthy(&args[3])?;
    if value.is_negative() && !signed {
        return Err(overflow_error("can't convert negative int to unsigned"));
    }
    let mut bytes = if signed {
        value.to_signed_bytes_le()
    } else {
        value.to_bytes_le().1
    };
    if value.sign() == Sign::NoSign {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(overflow_error("int too big to convert"));
    }
    bytes.resize(length, if value.is_negative() { 0xff } else { 0 });
    if is_big_endian(vm, &args[2])? {
        bytes.reverse();
    }
    Ok(Value::bytes(bytes))
}

fn from_bytes(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let mut bytes = super::bytes::bytes_of(vm, &args[1])?;
    if is_big_endian(vm, &args[2])? {
        bytes.reverse();
    }
    let value = if vm.truthy(&args[3])? {
        BigInt::from_signed_bytes_le(&bytes)
    } else {
        BigInt::from_bytes_le(Sign::Plus, &bytes)
    };
    Ok(Value::big(value))
}

/// `int(value)` of a float.
pub fn int_of_float(x: f64) -> PyResult<Value> {
    Ok(small_or_big(int_text::from_f64(x)?))
}

/// `round(int, digits)`: to a multiple of a power of ten, ties to even.
pub fn round_int(value: &Value, digits: i64) -> PyResult<Value> {
    let value = big(value)?;
    if digits >= 0 {
        return Ok(Value::big(value));
    }
    let Some(power) = (-digits).to_u32().filter(|&power| power < 100_000) else {
        return Ok(Value::Int(0));
    };
    let step = BigInt::from(10).pow(power);
    let floor = num_integer::Integer::div_floor(&value, &step);
    let rest = (&value - &floor * &step) * 2;
    let up = rest > step || (rest == step && num_integer::Integer::is_odd(&floor));
    Ok(Value::big((if up { floor + 1 } else { floor }) * step))
}
