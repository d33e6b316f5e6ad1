//! `int` to text and back, and between `int` and `float`.

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{FromPrimitive, Signed, ToPrimitive, Zero};

use super::{Error, Result};

/// The longest decimal text that CPython 3.11 converts to or from an int (a guard against quadratic time).
pub const MAX_STR_DIGITS: usize = 4300;

/// An int small enough for a machine word, or not.
#[derive(Clone, Debug, PartialEq)]
pub enum Parsed {
    Small(i64),
    Big(BigInt),
}

impl From<BigInt> for Parsed {
    fn from(value: BigInt) -> Self {
        value.to_i64().map_or_else(|| Self::Big(value), Self::Small)
    }
}

/// `int(text, base)`: white space around, a sign, a prefix that fits the base, single underscores between digits.
/// Base 0 reads the prefix.
pub fn parse(text: &str, base: u32) -> Result<Parsed> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(Error::value("int() base must be >= 2 and <= 36, or 0"));
    }
    let fail = || {
        let shown: String = text.chars().take(200).collect();
        Error::value(format!(
            "invalid literal for int() with base {base}: {}",
            super::repr_str(&shown)
        ))
    };
    let trimmed = text.trim_matches(super::chars::is_space);
    let (negative, body) = match trimmed.as_bytes().first() {
        Some(b'-') => (true, &trimmed[1..]),
        Some(b'+') => (false, &trimmed[1..]),
        _ => (false, trimmed),
    };
    let (radix, digits) = split_prefix(body, base);
    // One underscore may stand after a prefix.
    let digits = if digits.len() < body.len() {
        digits.strip_prefix('_').unwrap_or(digits)
    } else {
        digits
    };
    let plain =
        super::float::without_underscores(digits, char::is_alphanumeric).ok_or_else(fail)?;
    let plain: String = plain
        .chars()
        .map(|c| super::chars::decimal_value(c).map_or(c, |d| (b'0' + d) as char))
        .collect();
    if plain.is_empty() || !plain.chars().all(|c| c.is_digit(radix)) {
        return Err(fail());
    }
    if base == 0
        && radix == 10
        && plain.len() > 1
        && plain.starts_with('0')
        && plain.bytes().any(|b| b != b'0')
    {
        return Err(fail());
    }
    if plain.len() > MAX_STR_DIGITS && !radix.is_power_of_two() {
        return Err(Error::value(format!(
            "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion: value has {} digits; use \
             sys.set_int_max_str_digits() to increase the limit",
            plain.len()
        )));
    }
    if let Ok(value) = i64::from_str_radix(&plain, radix) {
        return Ok(Parsed::Small(if negative { -value } else { value }));
    }
    let value = BigInt::parse_bytes(plain.as_bytes(), radix).ok_or_else(fail)?;
    Ok((if negative { -value } else { value }).into())
}

/// The radix that a literal asks for, and its digits without the prefix.
fn split_prefix(body: &str, base: u32) -> (u32, &str) {
    for (letter, radix) in [('x', 16), ('o', 8), ('b', 2)] {
        let bytes = body.as_bytes();
        let marked =
            bytes.len() > 1 && bytes[0] == b'0' && bytes[1].to_ascii_lowercase() == letter as u8;
        if marked && (base == radix || base == 0) {
            return (radix, &body[2..]);
        }
    }
    (if base == 0 { 10 } else { base }, body)
}

/// `str(value)`, refusing what CPython refuses.
pub fn to_decimal(value: &BigInt) -> Result<String> {
    // 10 bits hold three digits: a quick bound before the slow conversion.
    let surely_long = value.bits() as usize / 10 * 3 > MAX_STR_DIGITS + 10;
    let text = if surely_long {
        String::new()
    } else {
        value.to_string()
    };
    if surely_long || text.len() - usize::from(value.is_negative()) > MAX_STR_DIGITS {
        return Err(Error::value(format!(
            "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to \
             increase the limit"
        )));
    }
    Ok(text)
}

/// Magnitude and sign of an int, however it is stored: what the format functions need to know of it.
pub trait Int {
    fn negative(&self) -> bool;
    /// Digits of the magnitude in base 2, 8, 10 or 16, lower case.
    fn digits(&self, radix: u32) -> Result<String>;
    fn to_float(&self) -> Result<f64>;
    /// The character with this code (`%c`).
    fn to_char(&self) -> Result<char>;
}

impl Int for i64 {
    fn negative(&self) -> bool {
        *self < 0
    }

    fn digits(&self, radix: u32) -> Result<String> {
        let magnitude = self.unsigned_abs();
        Ok(match radix {
            2 => format!("{magnitude:b}"),
            8 => format!("{magnitude:o}"),
            16 => format!("{magnitude:x}"),
            _ => magnitude.to_string(),
        })
    }

    fn to_float(&self) -> Result<f64> {
        Ok(*self as f64)
    }

    fn to_char(&self) -> Result<char> {
        let code = u32::try_from(*self).ok().and_then(char::from_u32);
        code.ok_or_else(|| Error::overflow("%c arg not in range(0x110000)"))
    }
}

impl Int for BigInt {
    fn negative(&self) -> bool {
        self.sign() == Sign::Minus
    }

    fn digits(&self, radix: u32) -> Result<String> {
        if radix == 10 {
            to_decimal(&self.abs())
        } else {
            Ok(self.magnitude().to_str_radix(radix))
        }
    }

    fn to_float(&self) -> Result<f64> {
        to_f64(self)
    }

    fn to_char(&self) -> Result<char> {
        Err(Error::overflow("Python int too large to convert to C long"))
    }
}

/// `float(value)`: the nearest double, ties to even.
pub fn to_f64(value: &BigInt) -> Result<f64> {
    match nearest(value) {
        x if x.is_finite() => Ok(x),
        _ => Err(Error::overflow("int too large to convert to float")),
    }
}

/// num-bigint's own conversion truncates after 64 bits without a sticky bit in some versions; this keeps one.
fn nearest(value: &BigInt) -> f64 {
    let bits = value.bits();
    if bits > 1024 {
        return f64::INFINITY;
    }
    if bits <= 64 {
        let magnitude = value.magnitude().to_u64().unwrap_or(0) as f64;
        return if value.is_negative() {
            -magnitude
        } else {
            magnitude
        };
    }
    let shift = bits - 64;
    let magnitude = value.magnitude();
    let head = (magnitude >> shift).to_u64().unwrap_or(u64::MAX);
    let sticky = u64::from(magnitude.trailing_zeros().unwrap_or(0) < shift);
    let result = (head | sticky) as f64 * 2f64.powi(shift as i32);
    if value.is_negative() { -result } else { result }
}

/// `a / b` of two ints, correctly rounded. The caller has refused `b == 0`.
pub fn divide(a: &BigInt, b: &BigInt) -> Result<f64> {
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.abs(), b.abs());
    if a.is_zero() {
        return Ok(if negative { -0.0 } else { 0.0 });
    }
    // Scale so that the quotient has at least 64 bits, then keep one sticky bit for the remainder.
    let mut shift = 66 + b.bits() as i64 - a.bits() as i64;
    // A subnormal result has fewer bits to keep: stop at the smallest exponent so that rounding happens once.
    shift = shift.min(1074 + 2);
    let scaled = if shift >= 0 { a << shift as usize } else { a };
    let divisor = if shift < 0 { b << (-shift) as usize } else { b };
    let (quotient, remainder) = scaled.div_rem(&divisor);
    let sticky = BigInt::from(u8::from(!remainder.is_zero()));
    let bits = quotient.bits() as i64;
    let keep = 53.min(bits - shift + 1074).max(0);
    let rounded = round_to_bits(&(quotient * 2 + sticky), keep);
    let result = rounded.1.to_f64().unwrap_or(0.0);
    let exponent = rounded.0 - shift - 1;
    let value = ldexp(result, exponent);
    if value.is_infinite() {
        return Err(Error::overflow(
            "integer division result too large for a float",
        ));
    }
    Ok(if negative { -value } else { value })
}

/// Rounds a positive number to its `keep` leading bits, ties to even: (exponent, significand).
fn round_to_bits(value: &BigInt, keep: i64) -> (i64, BigInt) {
    let drop = value.bits() as i64 - keep;
    if drop <= 0 {
        return (0, value.clone());
    }
    let head = value >> drop as usize;
    let rest = value - (&head << drop as usize);
    let half = BigInt::from(1) << (drop - 1) as usize;
    let up = rest > half || (rest == half && head.is_odd());
    (drop, if up { head + 1 } else { head })
}

/// `x * 2**exponent` where the result is known to be exact or to overflow.
fn ldexp(x: f64, exponent: i64) -> f64 {
    let mut result = x;
    let mut left = exponent.clamp(-4000, 4000);
    while left != 0 {
        let step = left.clamp(-1000, 1000);
        result *= 2f64.powi(step as i32);
        left -= step;
    }
    result
}

/// `int(x)`: towards zero.
pub fn from_f64(x: f64) -> Result<Parsed> {
    if x.is_nan() {
        return Err(Error::value("cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(Error::overflow("cannot convert float infinity to integer"));
    }
    if x.abs() < 9.2e18 {
        return Ok(Parsed::Small(x as i64));
    }
    Ok(BigInt::from_f64(x.trunc()).unwrap_or_default().into())
}
