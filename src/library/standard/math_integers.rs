//! `math`: functions of ints of any size.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::lang::code::BinaryOp;
use crate::lang::native::ModuleBuilder;
use crate::lang::types::arguments::index;
use crate::lang::{PyResult, Value, Vm, overflow_error, value_error};

/// Adds these functions to `math`.
pub fn add(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function("factorial", "(x, /)", |vm, args| {
            let n = big(vm, &args[0])?;
            if n.is_negative() {
                return Err(value_error("factorial() not defined for negative values"));
            }
            let Some(n) = n.to_u64().filter(|&n| n <= 1_000_000) else {
                return Err(overflow_error(
                    "factorial() argument should not exceed 1000000",
                ));
            };
            vm.charge(n as usize * 3)?;
            Ok(Value::big(product(1, n)))
        })
        .function("gcd", "(*integers)", |vm, args| {
            fold(vm, &args[0], BigInt::zero(), |a, b| a.gcd(b))
        })
        .function("lcm", "(*integers)", |vm, args| {
            fold(vm, &args[0], BigInt::one(), |a, b| a.lcm(b))
        })
        .function("comb", "(n, k, /)", |vm, args| {
            let (n, k) = choose(vm, args)?;
            if k > n {
                return Ok(Value::Int(0));
            }
            let rest = &n - &k;
            let k = k.min(rest).to_u64().ok_or_else(|| {
                overflow_error("min(n - k, k) must not exceed 18446744073709551615")
            })?;
            let mut result = BigInt::one();
            for at in 0..k {
                result = result * (&n - at) / (at + 1);
            }
            Ok(Value::big(result))
        })
        .function("perm", "(n, k=None, /)", |vm, args| {
            let args = [
                args[0].clone(),
                if args[1].is_none() {
                    args[0].clone()
                } else {
                    args[1].clone()
                },
            ];
            let (n, k) = choose(vm, &args)?;
            if k > n {
                return Ok(Value::Int(0));
            }
            let k = k
                .to_u64()
                .ok_or_else(|| overflow_error("k must not exceed 18446744073709551615"))?;
            Ok(Value::big((0..k).map(|at| &n - at).product()))
        })
        .function("isqrt", "(n, /)", |vm, args| {
            let n = big(vm, &args[0])?;
            if n.is_negative() {
                return Err(value_error("isqrt() argument must be nonnegative"));
            }
            Ok(Value::big(n.sqrt()))
        })
        .function("prod", "(iterable, /, *, start=1)", |vm, args| {
            let mut result = args[1].clone();
            for value in vm.items_of(&args[0])? {
                result = vm.binary(BinaryOp::Multiply, &result, &value)?;
            }
            Ok(result)
        })
        .function("sumprod", "(p, q, /)", |vm, args| {
            let (p, q) = (vm.items_of(&args[0])?, vm.items_of(&args[1])?);
            if p.len() != q.len() {
                return Err(value_error("Inputs are not the same length"));
            }
            let mut result = Value::Int(0);
            for (p, q) in p.iter().zip(&q) {
                let product = vm.binary(BinaryOp::Multiply, p, q)?;
                result = vm.binary(BinaryOp::Add, &result, &product)?;
            }
            Ok(result)
        })
}

fn big(vm: &mut Vm, value: &Value) -> PyResult<BigInt> {
    Ok(match index(vm, value)? {
        Value::Int(int) => BigInt::from(int),
        Value::BigInt(big) => (*big).clone(),
        _ => BigInt::zero(),
    })
}

fn fold(
    vm: &mut Vm,
    values: &Value,
    start: BigInt,
    with: fn(&BigInt, &BigInt) -> BigInt,
) -> PyResult<Value> {
    let mut result = start;
    for value in vm.items_of(values)? {
        result = with(&result, &big(vm, &value)?);
    }
    Ok(Value::big(result.abs()))
}

/// `n` and `k`, neither negative.
fn choose(vm: &mut Vm, args: &[Value]) -> PyResult<(BigInt, BigInt)> {
    let (n, k) = (big(vm, &args[0])?, big(vm, &args[1])?);
    if n.is_negative() {
        return Err(value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(value_error("k must be a non-negative integer"));
    }
    Ok((n, k))
}

/// `from * (from + 1) * ... * to`, by halves: big factors meet big factors.
fn product(from: u64, to: u64) -> BigInt {
    if to <= from {
        return BigInt::from(to.max(1));
    }
    if to - from < 8 {
        return (from..=to).map(BigInt::from).product();
    }
    let middle = from + (to - from) / 2;
    product(from, middle) * product(middle + 1, to)
}
