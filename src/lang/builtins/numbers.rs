//! `abs`, `round`, `pow`, `divmod`, `sum`, and numbers as text.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::Signed;

use crate::lang::code::BinaryOp;
use crate::lang::native::{CallArgs, Flow, ModuleBuilder, NativeFn};
use crate::lang::vm::{Number, flow_of, number};
use crate::lang::{Exception, PyResult, Value, Vm, text, type_error, types, value_error};

pub fn add(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function("abs", "(x, /)", |vm, args| absolute(vm, &args[0]))
        .function("round", "(number, ndigits=None)", |vm, args| {
            rounded(vm, &args[0], &args[1])
        })
        .function("pow", "(base, exp, mod=None)", power)
        .function("divmod", "(x, y, /)", |vm, args| {
            if let (Some(Number::Float(_)), Some(_)) | (Some(_), Some(Number::Float(_))) =
                (number(&args[0]), number(&args[1]))
            {
                let quotient = vm.binary(BinaryOp::FloorDivide, &args[0], &args[1]);
                let quotient = quotient.map_err(|exception| {
                    if exception.is("ZeroDivisionError") {
                        Exception::new("ZeroDivisionError", "float divmod()")
                    } else {
                        exception
                    }
                })?;
                return Ok(Value::tuple([
                    quotient,
                    vm.binary(BinaryOp::Modulo, &args[0], &args[1])?,
                ]));
            }
            let name = vm.names.divmod.clone();
            if let Value::Instance(_) = &args[0]
                && let Some(result) = vm.special(&args[0], &name, [args[1].clone()])
            {
                return result;
            }
            let unsupported = |vm: &Vm, exception: Exception| {
                if exception.is("TypeError") && !exception.has_traceback() {
                    type_error(format!(
                        "unsupported operand type(s) for divmod(): '{}' and '{}'",
                        vm.type_name(&args[0]),
                        vm.type_name(&args[1])
                    ))
                } else {
                    exception
                }
            };
            let quotient = vm
                .binary(BinaryOp::FloorDivide, &args[0], &args[1])
                .map_err(|exception| unsupported(vm, exception))?;
            Ok(Value::tuple([
                quotient,
                vm.binary(BinaryOp::Modulo, &args[0], &args[1])?,
            ]))
        })
        .native("sum", "(iterable, /, start=0)", NativeFn::Flow(sum))
        .function("hex", "(number, /)", |vm, args| {
            radix(vm, &args[0], "0x", 16)
        })
        .function("oct", "(number, /)", |vm, args| {
            radix(vm, &args[0], "0o", 8)
        })
        .function("bin", "(number, /)", |vm, args| {
            radix(vm, &args[0], "0b", 2)
        })
        .function("chr", "(i, /)", |vm, args| {
            let code = vm.index(&args[0])?;
            let c = u32::try_from(code)
                .ok()
                .filter(|&code| code < 0x11_0000)
                .ok_or_else(|| value_error("chr() arg not in range(0x110000)"))?;
            Ok(Value::Str(crate::lang::vm::character(
                char::from_u32(c).unwrap_or('\u{fffd}'),
            )))
        })
        .function("ord", "(c, /)", |vm, args| {
            let found = match args[0].base() {
                Value::Str(text) => {
                    let mut chars = text.chars();
                    match (chars.next(), chars.next()) {
                        (Some(c), None) => return Ok(Value::Int(i64::from(c as u32))),
                        _ => format!("a string of length {}", text.char_count()),
                    }
                }
                Value::Bytes(bytes) if bytes.len() == 1 => {
                    return Ok(Value::Int(i64::from(bytes[0])));
                }
                other => {
                    return Err(type_error(format!(
                        "ord() expected string of length 1, but {} found",
                        vm.type_name(other)
                    )));
                }
            };
            Err(type_error(format!(
                "ord() expected a character, but {} found",
                found.replace("a string", "string")
            )))
        })
}

/// `abs(value)`
pub fn absolute(vm: &mut Vm, value: &Value) -> PyResult<Value> {
    if let Value::Instance(_) = value {
        let name = vm.names.abs.clone();
        if let Some(result) = vm.special(value, &name, []) {
            return result;
        }
    }
    Ok(match number(value) {
        Some(Number::Int(int)) => int
            .checked_abs()
            .map_or_else(|| Value::big(BigInt::from(int).abs()), Value::Int),
        Some(Number::Big(big)) => Value::big(big.abs()),
        Some(Number::Float(float)) => Value::Float(float.abs()),
        Some(Number::Complex(complex)) => Value::Float(complex.real.hypot(complex.imag)),
        None => {
            return Err(type_error(format!(
                "bad operand type for abs(): '{}'",
                vm.type_name(value)
            )));
        }
    })
}

/// `round(value, digits)`
pub fn rounded(vm: &mut Vm, value: &Value, digits: &Value) -> PyResult<Value> {
    if let Value::Instance(_) = value {
        let name = vm.names.round.clone();
        let digits = (!digits.is_none()).then(|| digits.clone());
        if let Some(result) = vm.special(value, &name, digits) {
            return result;
        }
    }
    match (number(value), digits) {
        (Some(Number::Int(_) | Number::Big(_)), Value::None) => Ok(match value.base() {
            Value::Bool(flag) => Value::Int(i64::from(*flag)),
            base => base.clone(),
        }),
        (Some(Number::Int(_) | Number::Big(_)), digits) => {
            let digits = vm.index(digits)?;
            types::round_int(value, digits)
        }
        (Some(Number::Float(float)), Value::None) => {
            if float.is_nan() {
                return Err(value_error("cannot convert float NaN to integer"));
            }
            types::int_of_float(float.round_ties_even())
        }
        (Some(Number::Float(float)), digits) => {
            let digits = vm.index(digits)?;
            Ok(Value::Float(text::float::round(float, digits)?))
        }
        _ => Err(type_error(format!(
            "type {} doesn't define __round__ method",
            vm.type_name(value)
        ))),
    }
}

fn power(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    if args[2].is_none() {
        return vm.binary(BinaryOp::Power, &args[0], &args[1]);
    }
    if let Value::Instance(_) = &args[0] {
        let name = vm.names.pow.clone();
        if let Some(result) = vm.special(&args[0], &name, [args[1].clone(), args[2].clone()]) {
            return result;
        }
    }
    let big = |value: &Value| match number(value) {
        Some(Number::Int(int)) => Ok(BigInt::from(int)),
        Some(Number::Big(big)) => Ok((*big).clone()),
        _ => Err(type_error(
            "pow() 3rd argument not allowed unless all arguments are integers",
        )),
    };
    let (base, exponent, modulus) = (big(&args[0])?, big(&args[1])?, big(&args[2])?);
    if modulus == BigInt::from(0) {
        return Err(value_error("pow() 3rd argument cannot be 0"));
    }
    let (base, exponent) = if exponent.is_negative() {
        match base.modinv(&modulus) {
            Some(inverse) => (inverse, -exponent),
            None => return Err(value_error("base is not invertible for the given modulus")),
        }
    } else {
        (base, exponent)
    };
    Ok(Value::big(base.modpow(&exponent, &modulus)))
}

fn radix(vm: &mut Vm, value: &Value, prefix: &str, radix: u32) -> PyResult<Value> {
    let value = types::arguments::index(vm, value)?;
    let big = match value {
        Value::Int(int) => BigInt::from(int),
        Value::BigInt(big) => (*big).clone(),
        _ => BigInt::from(0),
    };
    let sign = if big.is_negative() { "-" } else { "" };
    Ok(Value::from(format!(
        "{sign}{prefix}{}",
        big.magnitude().to_str_radix(radix)
    )))
}

/// `sum(iterable, start)`: floats are added plainly, as CPython 3.11 does; anything else with its own `+`.
fn sum(vm: &mut Vm, args: &[Value]) -> PyResult<Flow> {
    if let Value::Str(_) = args[1] {
        return Err(type_error(
            "sum() can't sum strings [use ''.join(seq) instead]",
        ));
    }
    let items = vm.items_of(&args[0])?;
    add_up(vm, args[1].clone(), Rc::new(items), 0)
}

fn add_up(vm: &mut Vm, mut total: Value, items: Rc<Vec<Value>>, from: usize) -> PyResult<Flow> {
    for at in from..items.len() {
        let item = &items[at];
        total = match (&total, item) {
            (Value::Float(a), Value::Float(b)) => Value::Float(a + b),
            (Value::Instance(_), _) | (_, Value::Instance(_)) => {
                let flow = vm.attempt(
                    crate::lang::vm::Operation::Binary(BinaryOp::Add),
                    [total, item.clone()].into_iter().collect(),
                )?;
                match flow {
                    Flow::Value(value) => value,
                    flow => {
                        let rest = items.clone();
                        return Ok(crate::lang::vm::then(flow, move |vm, value| {
                            add_up(vm, value?, rest, at + 1)
                        }));
                    }
                }
            }
            _ => vm.binary(BinaryOp::Add, &total, item)?,
        };
    }
    Ok(total.into())
}

/// What `next(iterator)` comes to, for other built-ins.
pub fn next_flow(vm: &mut Vm, iterator: &Value) -> PyResult<Flow> {
    let next = vm.next(iterator)?;
    flow_of(next)
}

/// A call with positional arguments as a flow.
pub fn call_flow(callee: &Value, args: impl IntoIterator<Item = Value>) -> Flow {
    Flow::TailCall {
        callee: callee.clone(),
        args: CallArgs::positional(args),
    }
}
