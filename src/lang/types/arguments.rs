//! Reading the arguments of built-in methods.

use std::rc::Rc;

use num_traits::Signed;

use crate::lang::objects::Str;
use crate::lang::{Exception, PyResult, Value, Vm, overflow_error, type_error};

/// The text of the receiver or of an argument that must be a `str`.
///
/// # Errors
/// TypeError `{complaint}, not {type}`.
pub fn text<'a>(vm: &Vm, value: &'a Value, complaint: &str) -> PyResult<&'a str> {
    value
        .as_str()
        .ok_or_else(|| type_error(format!("{complaint}, not {}", vm.type_name(value))))
}

/// The receiver of a method of `str`.
pub fn this(value: &Value) -> PyResult<&Rc<Str>> {
    match value.base() {
        Value::Str(text) => Ok(text),
        _ => Err(type_error("descriptor requires a 'str' object")),
    }
}

/// What `__index__` says, as a machine int.
pub fn int(vm: &mut Vm, value: &Value) -> PyResult<i64> {
    match index(vm, value)? {
        Value::Int(int) => Ok(int),
        _ => Err(overflow_error(
            "Python int too large to convert to C ssize_t",
        )),
    }
}

/// What `__index__` says: an `Int` or a `BigInt`.
pub fn index(vm: &mut Vm, value: &Value) -> PyResult<Value> {
    match value.base() {
        Value::Int(int) => return Ok(Value::Int(*int)),
        Value::Bool(value) => return Ok(Value::Int(i64::from(*value))),
        big @ Value::BigInt(_) => return Ok(big.clone()),
        _ => {}
    }
    let name = vm.names.index.clone();
    match vm.special(value, &name, []) {
        Some(result) => match result? {
            int @ (Value::Int(_) | Value::BigInt(_)) => Ok(int),
            Value::Bool(value) => Ok(Value::Int(i64::from(value))),
            other => Err(type_error(format!(
                "__index__ returned non-int (type {})",
                vm.type_name(&other)
            ))),
        },
        None => Err(not_an_int(vm, value)),
    }
}

fn not_an_int(vm: &Vm, value: &Value) -> Exception {
    type_error(format!(
        "'{}' object cannot be interpreted as an integer",
        vm.type_name(value)
    ))
}

/// `start` and `end` of `find`, `count`, `index` ...: absent, None or an int, big ones as far as it goes.
pub fn bound(vm: &mut Vm, value: &Value) -> PyResult<Option<i64>> {
    if value.is_none() || value.is_undefined() {
        return Ok(None);
    }
    match index(vm, value) {
        Ok(Value::Int(int)) => Ok(Some(int)),
        Ok(Value::BigInt(big)) => Ok(Some(if big.is_negative() {
            i64::MIN / 2
        } else {
            i64::MAX / 2
        })),
        Err(exception) if exception.is_needs_python() => Err(exception),
        _ => Err(type_error(
            "slice indices must be integers or None or have an __index__ method",
        )),
    }
}

/// An optional flag or count with a default.
pub fn int_or(vm: &mut Vm, value: &Value, default: i64) -> PyResult<i64> {
    if value.is_undefined() {
        Ok(default)
    } else {
        int(vm, value)
    }
}

/// `object[index]`
pub fn item(vm: &mut Vm, object: &Value, index: &Value) -> PyResult<Value> {
    let flow = vm.subscript(object, index)?;
    vm.answer_of(flow)
}

/// `float(value)` of a number: what `math` and `%f` take.
///
/// # Errors
/// TypeError `must be real number, not {type}`.
pub fn float(vm: &mut Vm, value: &Value) -> PyResult<f64> {
    match value.base() {
        Value::Float(float) => return Ok(*float),
        Value::Int(int) => return Ok(*int as f64),
        Value::Bool(value) => return Ok(f64::from(u8::from(*value))),
        Value::BigInt(big) => return Ok(crate::lang::text::int::to_f64(big)?),
        _ => {}
    }
    let name = vm.names.float.clone();
    match vm.special(value, &name, []) {
        Some(result) => match result?.base() {
            Value::Float(float) => Ok(*float),
            other => Err(type_error(format!(
                "{}.__float__ returned non-float (type {})",
                vm.type_name(value),
                vm.type_name(other)
            ))),
        },
        None => {
            let name = vm.names.index.clone();
            match vm.special(value, &name, []) {
                Some(int) => {
                    let int = int?;
                    float(vm, &int)
                }
                None => Err(type_error(format!(
                    "must be real number, not {}",
                    vm.type_name(value)
                ))),
            }
        }
    }
}
