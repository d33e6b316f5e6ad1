//! `float` to text and back: `repr`, `float("...")`, `hex`, `fromhex`, `round`.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use super::{Error, Result};

/// The shortest text that reads back as `x`, in Python's form: `1.0`, `0.1`, `1e+16`, `1e-05`, `inf`, `nan`.
pub fn repr(x: f64) -> String {
    if x.is_nan() {
        return "nan".into();
    }
    if x.is_infinite() {
        return if x > 0.0 { "inf".into() } else { "-inf".into() };
    }
    if x == x.trunc() && x.abs() < 1e16 {
        // Whole numbers are the common case in loops and counters.
        return format!("{x:.1}");
    }
    let (digits, exponent) = shortest(x.abs());
    let body = if (-4..16).contains(&exponent) {
        positional(&digits, exponent)
    } else {
        scientific(&digits, exponent)
    };
    if x < 0.0 { format!("-{body}") } else { body }
}

/// The shortest decimal digits that read back as a finite `x >= 0`, and the exponent of the first digit.
pub fn shortest(x: f64) -> (String, i32) {
    split_exponent(&format!("{x:e}"))
}

/// `count` correctly rounded decimal digits of a finite `x >= 0`, and the exponent of the first digit.
pub fn rounded(x: f64, count: usize) -> (String, i32) {
    split_exponent(&format!("{x:.*e}", count.max(1) - 1))
}

fn split_exponent(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// Digits written without an exponent, with at least one digit after the point.
fn positional(digits: &str, exponent: i32) -> String {
    if exponent < 0 {
        return format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{digits}{}.0", "0".repeat(whole - digits.len()));
    }
    format!("{}.{}", &digits[..whole], &digits[whole..])
}

fn scientific(digits: &str, exponent: i32) -> String {
    let point = if digits.len() > 1 { "." } else { "" };
    format!(
        "{}{point}{}{}",
        &digits[..1],
        &digits[1..],
        exponent_suffix(exponent)
    )
}

/// `e+05`: a sign and at least two digits, as C's printf writes it.
pub fn exponent_suffix(exponent: i32) -> String {
    format!(
        "e{}{:02}",
        if exponent < 0 { '-' } else { '+' },
        exponent.abs()
    )
}

/// `float(text)`: surrounding white space, a sign, digits with single underscores between them, an exponent; or
/// `inf`, `infinity`, `nan` in any case.
pub fn parse(text: &str) -> Result<f64> {
    let fail = || {
        Error::value(format!(
            "could not convert string to float: {}",
            super::repr_str(text)
        ))
    };
    let trimmed = text.trim_matches(super::chars::is_space);
    let unsigned = trimmed.strip_prefix(['+', '-']).unwrap_or(trimmed);
    if matches!(
        unsigned.to_ascii_lowercase().as_str(),
        "inf" | "infinity" | "nan"
    ) {
        return trimmed.parse().map_err(|_| fail());
    }
    let plain = without_underscores(trimmed, |c| c.is_numeric()).ok_or_else(fail)?;
    let plain: String = plain
        .chars()
        .map(|c| super::chars::decimal_value(c).map_or(c, |d| (b'0' + d) as char))
        .collect();
    if !plain
        .bytes()
        .all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b))
    {
        return Err(fail());
    }
    plain.parse().map_err(|_| fail())
}

/// Drops underscores that stand between two digits (as `is_digit` sees them); `None` if one stands anywhere else.
pub fn without_underscores(text: &str, is_digit: impl Fn(char) -> bool) -> Option<String> {
    if !text.contains('_') {
        return Some(text.to_string());
    }
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |c: Option<&char>| c.is_some_and(|&c| is_digit(c));
    let mut out = String::with_capacity(text.len());
    for (i, &c) in chars.iter().enumerate() {
        if c != '_' {
            out.push(c);
        } else if i == 0 || !is_digit(chars.get(i - 1)) || !is_digit(chars.get(i + 1)) {
            return None;
        }
    }
    Some(out)
}

/// `float.hex`: `0x1.8000000000000p+1`.
pub fn hex(x: f64) -> String {
    if !x.is_finite() {
        return repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let (mantissa, biased) = (bits & ((1 << 52) - 1), (bits >> 52 & 0x7ff) as i32);
    let (lead, exponent) = if biased == 0 {
        (0, -1022)
    } else {
        (1, biased - 1023)
    };
    format!("{sign}0x{lead}.{mantissa:013x}p{exponent:+}")
}

/// `float.fromhex`.
pub fn from_hex(text: &str) -> Result<f64> {
    let fail = || Error::value("invalid hexadecimal floating-point string");
    let trimmed = text
        .trim_matches(super::chars::is_space)
        .to_ascii_lowercase();
    let (negative, body) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(&trimmed)),
    };
    let sign = if negative { -1.0 } else { 1.0 };
    match body {
        "inf" | "infinity" => return Ok(sign * f64::INFINITY),
        "nan" => return Ok(f64::NAN),
        _ => {}
    }
    let body = body.strip_prefix("0x").unwrap_or(body);
    let (mantissa, exponent) = match body.split_once('p') {
        Some((m, e)) => (m, e.parse::<i32>().map_err(|_| fail())?),
        None => (body, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let value = BigInt::parse_bytes(digits.as_bytes(), 16).ok_or_else(fail)?;
    let shift = exponent.saturating_sub(4 * fraction.len() as i32);
    let result = scale(&value, shift);
    if result.is_infinite() {
        return Err(Error::overflow(
            "hexadecimal value too large to represent as a float",
        ));
    }
    Ok(sign * result)
}

/// `value * 2**shift`, correctly rounded.
fn scale(value: &BigInt, shift: i32) -> f64 {
    if value.is_zero() {
        return 0.0;
    }
    if shift >= 0 {
        if shift > 2000 {
            return f64::INFINITY;
        }
        return super::int::to_f64(&(value << shift as usize)).unwrap_or(f64::INFINITY);
    }
    if shift < -20_000 {
        return 0.0;
    }
    super::int::divide(value, &(BigInt::from(1) << (-shift) as usize)).unwrap_or(f64::INFINITY)
}

/// `round(x, digits)`: correctly rounded in decimal, ties of the exact binary value to even.
pub fn round(x: f64, digits: i64) -> Result<f64> {
    if !x.is_finite() || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0 * x);
    }
    if digits >= 0 {
        let rounded = format!("{x:.*}", digits as usize)
            .parse::<f64>()
            .unwrap_or(x);
        return if rounded.is_infinite() {
            Err(Error::overflow("rounded value too large to represent"))
        } else {
            Ok(rounded)
        };
    }
    if x.abs() < 10f64.powi(-digits as i32) / 2.0 {
        return Ok(0.0 * x);
    }
    // A fraction below the last whole digit can only break a tie.
    let whole = BigInt::from_f64(x.trunc()).unwrap_or_default();
    let step = BigInt::from(10).pow(-digits as u32);
    let mut down = &whole / &step * &step;
    let rest = (&whole - &down).abs() * 2;
    let odd = (&down / &step) % 2 != BigInt::zero();
    if rest > step || (rest == step && (odd || x.fract() != 0.0)) {
        down += if x < 0.0 { -step } else { step };
    }
    let rounded = down.to_f64().unwrap_or(f64::INFINITY);
    if rounded.is_infinite() {
        Err(Error::overflow("rounded value too large to represent"))
    } else {
        Ok(rounded.copysign(x))
    }
}

/// `float.as_integer_ratio`.
pub fn as_integer_ratio(x: f64) -> Result<(BigInt, BigInt)> {
    if x.is_nan() {
        return Err(Error::value("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Error::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mut numerator, mut exponent) = (x, 0u32);
    while numerator != numerator.trunc() {
        numerator *= 2.0;
        exponent += 1;
    }
    Ok((
        BigInt::from_f64(numerator).unwrap_or_default(),
        BigInt::from(1) << exponent as usize,
    ))
}
