//! `math`: functions of floats. Those of ints are in `math_integers`.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::Signed;

use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Module;
use crate::lang::types::arguments::{float, int};
use crate::lang::types::numbers::int_of_float;
use crate::lang::{Exception, PyResult, Value, Vm, overflow_error, type_error, value_error};

/// A function of one float that is defined everywhere, or gives NaN where it is not.
type Plain = (&'static str, fn(f64) -> f64);

const PLAIN: &[Plain] = &[
    ("sqrt", f64::sqrt),
    ("cbrt", f64::cbrt),
    ("exp", f64::exp),
    ("exp2", f64::exp2),
    ("expm1", f64::exp_m1),
    ("sin", f64::sin),
    ("cos", f64::cos),
    ("tan", f64::tan),
    ("asin", f64::asin),
    ("acos", f64::acos),
    ("atan", f64::atan),
    ("sinh", f64::sinh),
    ("cosh", f64::cosh),
    ("tanh", f64::tanh),
    ("asinh", libm::asinh),
    ("acosh", libm::acosh),
    ("atanh", libm::atanh),
    ("fabs", f64::abs),
    ("degrees", |x| x * (180.0 / std::f64::consts::PI)),
    ("radians", |x| x * (std::f64::consts::PI / 180.0)),
    ("erf", libm::erf),
    ("erfc", libm::erfc),
];

/// `math`
pub fn module() -> Rc<Module> {
    let mut module = ModuleBuilder::new("math")
        .value("pi", std::f64::consts::PI)
        .value("e", std::f64::consts::E)
        .value("tau", std::f64::consts::TAU)
        .value("inf", f64::INFINITY)
        .value("nan", f64::NAN);
    for (at, (name, _)) in PLAIN.iter().enumerate() {
        module = module.native(
            name,
            "(x, /)",
            crate::lang::native::NativeFn::Indexed(plain, at),
        );
    }
    let module = module
        .function("log", "(x, base=?, /)", log)
        .function("log2", "(x, /)", |vm, args| {
            logarithm(vm, &args[0], f64::log2)
        })
        .function("log10", "(x, /)", |vm, args| {
            logarithm(vm, &args[0], f64::log10)
        })
        .function("log1p", "(x, /)", |vm, args| {
            let x = float(vm, &args[0])?;
            if x <= -1.0 {
                Err(domain())
            } else {
                Ok(x.ln_1p().into())
            }
        })
        .function("pow", "(x, y, /)", pow)
        .function("atan2", "(y, x, /)", |vm, args| {
            Ok(float(vm, &args[0])?.atan2(float(vm, &args[1])?).into())
        })
        .function("copysign", "(x, y, /)", |vm, args| {
            Ok(float(vm, &args[0])?.copysign(float(vm, &args[1])?).into())
        })
        .function("fmod", "(x, y, /)", |vm, args| {
            let (x, y) = (float(vm, &args[0])?, float(vm, &args[1])?);
            checked(libm::fmod(x, y), x.is_nan() || y.is_nan())
        })
        .function("remainder", "(x, y, /)", |vm, args| {
            let (x, y) = (float(vm, &args[0])?, float(vm, &args[1])?);
            checked(libm::remainder(x, y), x.is_nan() || y.is_nan())
        })
        .function("hypot", "(*coordinates)", |vm, args| {
            Ok(length(floats(vm, &args[0])?).into())
        })
        .function("dist", "(p, q, /)", |vm, args| {
            let (p, q) = (floats(vm, &args[0])?, floats(vm, &args[1])?);
            if p.len() != q.len() {
                return Err(value_error(
                    "both points must have the same number of dimensions",
                ));
            }
            Ok(length(p.iter().zip(&q).map(|(p, q)| p - q).collect()).into())
        })
        .function("fsum", "(seq, /)", |vm, args| {
            Ok(exact_sum(&floats(vm, &args[0])?)?.into())
        })
        .function("modf", "(x, /)", |vm, args| {
            let x = float(vm, &args[0])?;
            let whole = x.trunc();
            let rest = if x.is_infinite() {
                0.0f64.copysign(x)
            } else {
                (x - whole).copysign(x)
            };
            Ok(Value::tuple([Value::Float(rest), Value::Float(whole)]))
        })
        .function("frexp", "(x, /)", |vm, args| {
            let (mantissa, exponent) = libm::frexp(float(vm, &args[0])?);
            Ok(Value::tuple([
                Value::Float(mantissa),
                Value::Int(exponent.into()),
            ]))
        })
        .function("ldexp", "(x, i, /)", |vm, args| {
            let (x, exponent) = (
                float(vm, &args[0])?,
                int(vm, &args[1])?.clamp(-100_000, 100_000),
            );
            let scaled = libm::ldexp(x, exponent as i32);
            if scaled.is_infinite() && x.is_finite() {
                Err(range())
            } else {
                Ok(scaled.into())
            }
        })
        .function("nextafter", "(x, y, /)", |vm, args| {
            Ok(libm::nextafter(float(vm, &args[0])?, float(vm, &args[1])?).into())
        })
        .function("ulp", "(x, /)", |vm, args| {
            let x = float(vm, &args[0])?.abs();
            if !x.is_finite() {
                return Ok(x.into());
            }
            let next = x.next_up();
            Ok((if next.is_infinite() {
                x - x.next_down()
            } else {
                next - x
            })
            .into())
        })
        .function("gamma", "(x, /)", |vm, args| {
            gamma(float(vm, &args[0])?).map(Value::Float)
        })
        .function("lgamma", "(x, /)", |vm, args| {
            let x = float(vm, &args[0])?;
            if x <= 0.0 && x == x.floor() && x.is_finite() {
                Err(domain())
            } else {
                Ok(log_gamma(x).into())
            }
        })
        .function("isnan", "(x, /)", |vm, args| {
            Ok(float(vm, &args[0])?.is_nan().into())
        })
        .function("isinf", "(x, /)", |vm, args| {
            Ok(float(vm, &args[0])?.is_infinite().into())
        })
        .function("isfinite", "(x, /)", |vm, args| {
            Ok(float(vm, &args[0])?.is_finite().into())
        })
        .function("isclose", "(a, b, *, rel_tol=1e-09, abs_tol=0.0)", is_close)
        .function("floor", "(x, /)", |vm, args| {
            whole(vm, &args[0], "__floor__", f64::floor)
        })
        .function("ceil", "(x, /)", |vm, args| {
            whole(vm, &args[0], "__ceil__", f64::ceil)
        })
        .function("trunc", "(x, /)", |vm, args| {
            whole(vm, &args[0], "__trunc__", f64::trunc)
        });
    super::math_integers::add(module).build()
}

fn domain() -> Exception {
    value_error("math domain error")
}

fn range() -> Exception {
    overflow_error("math range error")
}

/// NaN out of numbers is a domain error.
fn checked(result: f64, given_nan: bool) -> PyResult<Value> {
    if result.is_nan() && !given_nan {
        Err(domain())
    } else {
        Ok(result.into())
    }
}

fn plain(vm: &mut Vm, at: usize, args: &[Value]) -> PyResult<crate::lang::native::Flow> {
    let x = float(vm, &args[0])?;
    let result = PLAIN[at].1(x);
    if result.is_nan() && !x.is_nan() || result.is_infinite() && PLAIN[at].0 == "atanh" {
        return Err(domain());
    }
    if result.is_infinite() && x.is_finite() {
        return Err(range());
    }
    Ok(Value::Float(result).into())
}

fn floats(vm: &mut Vm, values: &Value) -> PyResult<Vec<f64>> {
    vm.items_of(values)?
        .iter()
        .map(|value| float(vm, value))
        .collect()
}

/// A logarithm, also of ints that no float can hold.
fn logarithm(vm: &mut Vm, value: &Value, log: fn(f64) -> f64) -> PyResult<Value> {
    if let Value::BigInt(big) = value.base() {
        if big.is_negative() {
            return Err(domain());
        }
        let shift = big.bits().saturating_sub(64);
        let head: BigInt = &**big >> shift;
        let head = crate::lang::text::int::to_f64(&head)?;
        return Ok((log(head) + log(2.0) * shift as f64).into());
    }
    let x = float(vm, value)?;
    if x <= 0.0 {
        Err(domain())
    } else {
        Ok(log(x).into())
    }
}

fn log(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let top = logarithm(vm, &args[0], f64::ln)?;
    if args[1].is_undefined() {
        return Ok(top);
    }
    let bottom = logarithm(vm, &args[1], f64::ln)?;
    match (top, bottom) {
        (Value::Float(_), Value::Float(0.0)) => Err(Exception::new(
            "ZeroDivisionError",
            "float division by zero",
        )),
        (Value::Float(top), Value::Float(bottom)) => Ok((top / bottom).into()),
        _ => Err(type_error("must be real number")),
    }
}

fn pow(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let (x, y) = (float(vm, &args[0])?, float(vm, &args[1])?);
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || result.is_infinite() && x == 0.0 {
            return Err(domain());
        }
        if result.is_infinite() {
            return Err(range());
        }
    }
    Ok(result.into())
}

fn is_close(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let (a, b) = (float(vm, &args[0])?, float(vm, &args[1])?);
    let (relative, absolute) = (float(vm, &args[2])?, float(vm, &args[3])?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::Bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let difference = (b - a).abs();
    Ok((difference <= (relative * b).abs()
        || difference <= (relative * a).abs()
        || difference <= absolute)
        .into())
}

/// `floor`, `ceil`, `trunc`: an int from a float, or what the object's own method says.
fn whole(vm: &mut Vm, value: &Value, method: &str, round: fn(f64) -> f64) -> PyResult<Value> {
    match value.base() {
        Value::Float(x) => return int_of_float(round(*x)),
        Value::Int(int) => return Ok(Value::Int(*int)),
        Value::Bool(value) => return Ok(Value::Int((*value).into())),
        big @ Value::BigInt(_) => return Ok(big.clone()),
        _ => {}
    }
    if let Some(result) = vm.special(value, &crate::lang::objects::intern(method), []) {
        return result;
    }
    if method == "__trunc__" {
        return Err(type_error(format!(
            "type {} doesn't define __trunc__ method",
            vm.type_name(value)
        )));
    }
    int_of_float(round(float(vm, value)?))
}

/// The length of a vector, rounded once: scaled by a power of two, each square as two floats, and the root of their exact
/// sum mended by what it leaves over. CPython promises less than one unit in the last place and nearly always gives this.
fn length(values: Vec<f64>) -> f64 {
    if values.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    let largest = values.iter().fold(0.0f64, |most, x| most.max(x.abs()));
    if values.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || values.len() < 2 {
        return largest;
    }
    let exponent = libm::frexp(largest).1;
    let mut squares: Vec<f64> = Vec::with_capacity(2 * values.len() + 3);
    for x in values {
        squares.extend(square(libm::ldexp(x, -exponent)));
    }
    let root = exact_sum(&squares).unwrap_or(f64::NAN).sqrt();
    squares.extend(square(root).map(|part| -part));
    let left = exact_sum(&squares).unwrap_or(0.0);
    libm::ldexp(root + left / (2.0 * root), exponent)
}

/// A square as the sum of two floats, exactly.
fn square(x: f64) -> [f64; 2] {
    let rounded = x * x;
    [rounded, libm::fma(x, x, -rounded)]
}

/// The correctly rounded sum (Shewchuk's partials, as CPython's `math.fsum`).
fn exact_sum(values: &[f64]) -> PyResult<f64> {
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0;
    for &value in values {
        if !value.is_finite() {
            special += value;
            continue;
        }
        let mut x = value;
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x.is_infinite() {
            return Err(overflow_error("intermediate overflow in fsum"));
        }
        partials.push(x);
    }
    if special != 0.0 || f64::is_nan(special) {
        return if special.is_nan() && !values.iter().any(|x| x.is_nan()) {
            Err(value_error("-inf + inf in fsum"))
        } else {
            Ok(special)
        };
    }
    let Some(mut high) = partials.pop() else {
        return Ok(0.0);
    };
    let mut low = 0.0;
    while let Some(y) = partials.pop() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // Half-way cases round to even by what lies below.
    if let Some(&below) = partials.last()
        && (low < 0.0 && below < 0.0 || low > 0.0 && below > 0.0)
    {
        let y = low * 2.0;
        let x = high + y;
        if y == x - high {
            high = x;
        }
    }
    Ok(high)
}

// The digits are those of CPython's source.
#[expect(clippy::excessive_precision)]
const LANCZOS_G: f64 = 6.024680040776729583740234375;
#[expect(clippy::excessive_precision)]
const LANCZOS_TOP: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const LANCZOS_BOTTOM: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

/// Lanczos's sum, evaluated from the end that keeps it accurate.
fn lanczos_sum(x: f64) -> f64 {
    let (mut top, mut bottom) = (0.0, 0.0);
    if x < 5.0 {
        for at in (0..13).rev() {
            top = top * x + LANCZOS_TOP[at];
            bottom = bottom * x + LANCZOS_BOTTOM[at];
        }
    } else {
        for at in 0..13 {
            top = top / x + LANCZOS_TOP[at];
            bottom = bottom / x + LANCZOS_BOTTOM[at];
        }
    }
    top / bottom
}

fn sin_pi(x: f64) -> f64 {
    use std::f64::consts::PI;
    let y = x.abs() % 2.0;
    let result = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0f64.copysign(x) * result
}

/// CPython's `math.gamma`: exact factorials, Lanczos's approximation elsewhere.
fn gamma(x: f64) -> PyResult<f64> {
    if !x.is_finite() {
        return if x.is_nan() || x > 0.0 {
            Ok(x)
        } else {
            Err(domain())
        };
    }
    if x == 0.0 {
        return Err(domain());
    }
    if x == x.floor() {
        if x < 0.0 {
            return Err(domain());
        }
        if x <= 23.0 {
            return Ok((1..x as u64).map(|n| n as f64).product());
        }
    }
    let absolute = x.abs();
    if absolute < 1e-20 {
        let result = 1.0 / x;
        return if result.is_infinite() {
            Err(range())
        } else {
            Ok(result)
        };
    }
    if absolute > 200.0 {
        return if x < 0.0 {
            Ok(0.0 / sin_pi(x))
        } else {
            Err(range())
        };
    }
    let y = absolute + LANCZOS_G - 0.5;
    let z = if absolute > LANCZOS_G - 0.5 {
        let q = y - absolute;
        q - (LANCZOS_G - 0.5)
    } else {
        let q = y - (LANCZOS_G - 0.5);
        q - absolute
    };
    let z = z * LANCZOS_G / y;
    let result = if x < 0.0 {
        let mut r =
            -std::f64::consts::PI / sin_pi(absolute) / absolute * y.exp() / lanczos_sum(absolute);
        r -= z * r;
        if absolute < 140.0 {
            r / y.powf(absolute - 0.5)
        } else {
            r / y.powf(absolute / 2.0 - 0.25) / y.powf(absolute / 2.0 - 0.25)
        }
    } else {
        let mut r = lanczos_sum(absolute) / y.exp();
        r += z * r;
        if absolute < 140.0 {
            r * y.powf(absolute - 0.5)
        } else {
            r * y.powf(absolute / 2.0 - 0.25) * y.powf(absolute / 2.0 - 0.25)
        }
    };
    if result.is_infinite() {
        Err(range())
    } else {
        Ok(result)
    }
}

/// CPython's `math.lgamma`.
fn log_gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x == x.floor() && (x == 1.0 || x == 2.0) {
        return 0.0;
    }
    let absolute = x.abs();
    if absolute < 1e-20 {
        return -absolute.ln();
    }
    let mut r = lanczos_sum(absolute).ln() - LANCZOS_G;
    r += (absolute - 0.5) * ((absolute + LANCZOS_G - 0.5).ln() - 1.0);
    if x < 0.0 {
        std::f64::consts::PI.ln() - sin_pi(absolute).abs().ln() - absolute.ln() - r
    } else {
        r
    }
}
