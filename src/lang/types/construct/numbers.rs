//! `int(...)`, `bool(...)`, `float(...)`, `complex(...)`.

use super::class_of;
use crate::lang::objects::Complex;
use crate::lang::types::define::{Def, static_method};
use crate::lang::vm::{Number, number};
use crate::lang::{PyResult, Value, Vm, text, type_error, value_error};
use std::rc::Rc;

pub const INT: &[Def] = &[static_method(
    "__new__",
    "(cls, x=0, /, base=?)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        let value = int_of(vm, &args[1], &args[2])?;
        Ok(vm.new_value(&class, value))
    },
)];

/// `int(value, base)`
pub(super) fn int_of(vm: &mut Vm, value: &Value, base: &Value) -> PyResult<Value> {
    if !base.is_undefined() {
        let base = vm.index(base)?;
        let Some(text) = value.as_str() else {
            return Err(type_error(
                "int() can't convert non-string with explicit base",
            ));
        };
        return Ok(crate::lang::types::text_format::small_or_big(
            text::int::parse(text, u32::try_from(base).unwrap_or(99))?,
        ));
    }
    Ok(match value.base() {
        Value::Int(_) | Value::BigInt(_) => value.base().clone(),
        Value::Bool(flag) => Value::Int(i64::from(*flag)),
        Value::Float(float) => crate::lang::types::numbers::int_of_float(*float)?,
        Value::Str(text) => {
            crate::lang::types::text_format::small_or_big(text::int::parse(text, 10)?)
        }
        Value::Bytes(bytes) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            crate::lang::types::text_format::small_or_big(text::int::parse(&text, 10)?)
        }
        _ => {
            for name in [
                vm.names.int.clone(),
                vm.names.index.clone(),
                crate::lang::objects::intern("__trunc__"),
            ] {
                if let Some(result) = vm.special(value, &name, []) {
                    return match result? {
                        result @ (Value::Int(_) | Value::BigInt(_)) => Ok(result),
                        Value::Bool(flag) => Ok(Value::Int(i64::from(flag))),
                        other => Err(type_error(format!(
                            "{name} returned non-int (type {})",
                            vm.type_name(&other)
                        ))),
                    };
                }
            }
            let kind = vm.type_name(value);
            return Err(type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{kind}'"
            )));
        }
    })
}

pub const BOOL: &[Def] = &[static_method("__new__", "(cls, x=False, /)", |vm, args| {
    vm.truthy(&args[1]).map(Value::Bool)
})];

pub const FLOAT: &[Def] = &[static_method("__new__", "(cls, x=0, /)", |vm, args| {
    let class = class_of(&args[0])?.clone();
    let value = match args[1].as_str() {
        Some(content) => text::float::parse(content)?,
        None => float_of(vm, &args[1])?,
    };
    Ok(vm.new_value(&class, Value::Float(value)))
})];

/// `float(value)` of a number.
pub fn float_of(vm: &mut Vm, value: &Value) -> PyResult<f64> {
    match number(value) {
        Some(Number::Int(int)) => return Ok(int as f64),
        Some(Number::Big(big)) => return Ok(text::int::to_f64(&big)?),
        Some(Number::Float(float)) => return Ok(float),
        _ => {}
    }
    for name in [vm.names.float.clone(), vm.names.index.clone()] {
        if let Some(result) = vm.special(value, &name, []) {
            let result = result?;
            return match number(&result) {
                Some(Number::Float(float)) if name.as_str() == "__float__" => Ok(float),
                _ if name.as_str() == "__index__" && !matches!(result.base(), Value::Int(_)) => {
                    Err(type_error(format!(
                        "__index__ returned non-int (type {})",
                        vm.type_name(&result)
                    )))
                }
                Some(Number::Int(int)) if name.as_str() == "__index__" => Ok(int as f64),
                _ => Err(type_error(format!(
                    "{}.__float__ returned non-float (type {})",
                    vm.type_name(value),
                    vm.type_name(&result)
                ))),
            };
        }
    }
    Err(type_error(format!(
        "float() argument must be a string or a real number, not '{}'",
        vm.type_name(value)
    )))
}

pub const COMPLEX: &[Def] = &[static_method(
    "__new__",
    "(cls, real=0, imag=0)",
    |vm, args| {
        let part = |vm: &mut Vm, value: &Value| -> PyResult<Complex> {
            match number(value) {
                Some(Number::Complex(complex)) => Ok(complex),
                _ if value.as_str().is_some() => complex_from_text(value.as_str().unwrap_or("")),
                _ => Ok(Complex {
                    real: float_of(vm, value)?,
                    imag: 0.0,
                }),
            }
        };
        let (a, b) = (part(vm, &args[1])?, part(vm, &args[2])?);
        Ok(Value::Complex(Rc::new(Complex {
            real: a.real - b.imag,
            imag: a.imag + b.real,
        })))
    },
)];

/// `complex("1+2j")`: a real part, an imaginary part, or both, without blanks between them.
pub(super) fn complex_from_text(text: &str) -> PyResult<Complex> {
    let malformed = || value_error("complex() arg is a malformed string");
    let parse = |text: &str| match text {
        "" | "+" => Ok(1.0),
        "-" => Ok(-1.0),
        digits => text::float::parse(digits).map_err(|_| malformed()),
    };
    let trimmed = text.trim();
    let trimmed = trimmed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(trimmed);
    let Some(body) = trimmed.strip_suffix(['j', 'J']) else {
        return match trimmed {
            "" => Err(malformed()),
            digits => Ok(Complex {
                real: parse(digits)?,
                imag: 0.0,
            }),
        };
    };
    // The sign of the imaginary part is the last one that does not belong to an exponent.
    let mut signs = body
        .char_indices()
        .filter(|&(at, c)| (c == '+' || c == '-') && at > 0 && !body[..at].ends_with(['e', 'E']));
    match signs.next_back() {
        Some((at, _)) => Ok(Complex {
            real: parse(&body[..at])?,
            imag: parse(&body[at..])?,
        }),
        None => Ok(Complex {
            real: 0.0,
            imag: parse(body)?,
        }),
    }
}
