//! `format(value, spec)` for str, int and float.

use super::float::{exponent_suffix, rounded, shortest};
use super::int::Int;
use super::spec::{Align, Spec};
use super::{Error, Result};

fn unknown_code(kind: char, type_name: &str) -> Error {
    if kind.is_ascii_graphic() {
        return Error::value(format!(
            "Unknown format code '{kind}' for object of type '{type_name}'"
        ));
    }
    Error::value(format!(
        "Unknown format code '\\x{:x}' for object of type '{type_name}'",
        kind as u32
    ))
}

/// `format(text, spec)`.
pub fn format_str(text: &str, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(text.to_string());
    }
    let spec = Spec::parse(spec, "str", false)?;
    if let Some(kind) = spec.kind.filter(|&kind| kind != 's') {
        return Err(unknown_code(kind, "str"));
    }
    if spec.sign.is_some() {
        let what = if spec.sign == Some(' ') {
            "Space"
        } else {
            "Sign"
        };
        return Err(Error::value(format!(
            "{what} not allowed in string format specifier"
        )));
    }
    if spec.no_negative_zero {
        return Err(Error::value(
            "Negative zero coercion (z) not allowed in string format specifier",
        ));
    }
    if spec.alternate {
        return Err(Error::value(
            "Alternate form (#) not allowed in string format specifier",
        ));
    }
    if spec.align == Some(Align::AfterSign) {
        return Err(Error::value(
            "'=' alignment not allowed in string format specifier",
        ));
    }
    if let Some(mark) = spec.grouping {
        return Err(Error::value(format!("Cannot specify '{mark}' with 's'.")));
    }
    match spec.precision {
        Some(most) => Ok(spec.pad(
            "",
            &text.chars().take(most).collect::<String>(),
            Align::Left,
        )),
        None => Ok(spec.pad("", text, Align::Left)),
    }
}

/// `format(value, spec)` of an int; `type_name` is `int` (or `bool`) in messages.
pub fn format_int(value: &dyn Int, spec: &str, type_name: &str) -> Result<String> {
    let spec = Spec::parse(spec, type_name, true)?;
    let kind = spec.kind.unwrap_or('d');
    if "eEfFgG%".contains(kind) {
        return float_field(value.to_float()?, &spec, type_name);
    }
    if !"bcdnoxX".contains(kind) {
        return Err(unknown_code(kind, type_name));
    }
    if spec.no_negative_zero {
        return Err(Error::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if spec.precision.is_some() {
        return Err(Error::value(
            "Precision not allowed in integer format specifier",
        ));
    }
    if kind == 'c' {
        if spec.sign.is_some() {
            return Err(Error::value(
                "Sign not allowed with integer format specifier 'c'",
            ));
        }
        if spec.alternate {
            return Err(Error::value(
                "Alternate form (#) not allowed with integer format specifier 'c'",
            ));
        }
        let c = value.to_char()?;
        return Ok(spec.pad("", &c.to_string(), Align::Left));
    }
    let (radix, prefix, group) = match kind {
        'b' => (2, "0b", 4),
        'o' => (8, "0o", 4),
        'x' => (16, "0x", 4),
        'X' => (16, "0X", 4),
        _ => (10, "", 3),
    };
    let mut digits = value.digits(radix)?;
    if kind == 'X' {
        digits.make_ascii_uppercase();
    }
    let mut lead = sign_text(value.negative(), spec.sign).to_string();
    if spec.alternate {
        lead.push_str(prefix);
    }
    Ok(numeric_field(&spec, &lead, &digits, "", group))
}

/// `format(value, spec)` of a float.
pub fn format_float(value: f64, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(super::float::repr(value));
    }
    float_field(value, &Spec::parse(spec, "float", true)?, "float")
}

fn float_field(value: f64, spec: &Spec, type_name: &str) -> Result<String> {
    if let Some(kind) = spec.kind.filter(|&kind| !"eEfFgGn%".contains(kind)) {
        return Err(unknown_code(kind, type_name));
    }
    let mut body = float_body(value.abs(), spec.kind, spec.precision, spec.alternate);
    let all_zero = !body
        .bytes()
        .take_while(|b| !matches!(b, b'e' | b'E'))
        .any(|b| b.is_ascii_alphanumeric() && b != b'0');
    let negative =
        value.is_sign_negative() && !value.is_nan() && !(spec.no_negative_zero && all_zero);
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        body.make_ascii_uppercase();
    }
    let whole = body.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = body.split_at(whole);
    Ok(numeric_field(
        spec,
        sign_text(negative, spec.sign),
        digits,
        rest,
        3,
    ))
}

fn sign_text(negative: bool, wanted: Option<char>) -> &'static str {
    match (negative, wanted) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        _ => "",
    }
}

/// A magnitude as `kind` asks: the text without a sign.
pub fn float_body(
    magnitude: f64,
    kind: Option<char>,
    precision: Option<usize>,
    alternate: bool,
) -> String {
    if magnitude.is_nan() || magnitude.is_infinite() {
        let text = if magnitude.is_nan() { "nan" } else { "inf" };
        return if kind == Some('%') {
            format!("{text}%")
        } else {
            text.into()
        };
    }
    match kind.map(|kind| kind.to_ascii_lowercase()) {
        Some('f') => fixed(magnitude, precision.unwrap_or(6), alternate),
        Some('%') => match magnitude * 100.0 {
            x if x.is_infinite() => "inf%".into(),
            x => fixed(x, precision.unwrap_or(6), alternate) + "%",
        },
        Some('e') => {
            let precision = precision.unwrap_or(6);
            let (digits, exponent) = rounded(magnitude, precision + 1);
            let point = if precision > 0 || alternate { "." } else { "" };
            format!(
                "{}{point}{}{}",
                &digits[..1],
                &digits[1..],
                exponent_suffix(exponent)
            )
        }
        Some(_) => general(magnitude, precision.unwrap_or(6), alternate, false),
        None => match precision {
            Some(precision) => general(magnitude, precision, alternate, true),
            None => shortest_body(magnitude, alternate),
        },
    }
}

fn fixed(magnitude: f64, precision: usize, alternate: bool) -> String {
    let point = if precision == 0 && alternate { "." } else { "" };
    format!("{magnitude:.precision$}{point}")
}

fn shortest_body(magnitude: f64, alternate: bool) -> String {
    let text = super::float::repr(magnitude);
    let (digits, exponent) = shortest(magnitude);
    if alternate && digits.len() == 1 && !(-4..16).contains(&exponent) {
        return text.replacen('e', ".e", 1);
    }
    text
}

/// `%g`: `precision` significant digits, an exponent only where it is shorter. `repr_like` is the form without a type
/// letter, which keeps one digit after the point and turns to an exponent one digit earlier.
fn general(magnitude: f64, precision: usize, alternate: bool, repr_like: bool) -> String {
    let precision = precision.max(1);
    let (digits, exponent) = rounded(magnitude, precision);
    let limit = precision as i32 - i32::from(repr_like);
    let significant = if alternate {
        digits.as_str()
    } else {
        digits.trim_end_matches('0')
    };
    let significant = if significant.is_empty() {
        "0"
    } else {
        significant
    };
    if exponent < -4 || exponent >= limit {
        let point = if significant.len() > 1 || alternate {
            "."
        } else {
            ""
        };
        return format!(
            "{}{point}{}{}",
            &significant[..1],
            &significant[1..],
            exponent_suffix(exponent)
        );
    }
    if exponent < 0 {
        return format!("0.{}{significant}", "0".repeat((-exponent - 1) as usize));
    }
    let whole = exponent as usize + 1;
    let mut text = format!("{significant:0<whole$}");
    let fraction = text.split_off(whole);
    match (fraction.is_empty(), repr_like, alternate) {
        (false, ..) => format!("{text}.{fraction}"),
        (true, true, _) => format!("{text}.0"),
        (true, false, true) => format!("{text}."),
        _ => text,
    }
}

/// Sign, grouped digits and rest in their field. Zeros that fill the field are grouped too.
fn numeric_field(spec: &Spec, lead: &str, digits: &str, rest: &str, group: usize) -> String {
    let Some(mark) = spec.grouping else {
        return spec.pad(lead, &format!("{digits}{rest}"), Align::Right);
    };
    let zeros = spec.fill == '0' && spec.align == Some(Align::AfterSign);
    let least = if zeros {
        spec.width.saturating_sub(lead.len() + rest.len())
    } else {
        0
    };
    let body = if digits.is_empty() {
        String::new()
    } else {
        grouped(digits, mark, group, least)
    };
    spec.pad(lead, &format!("{body}{rest}"), Align::Right)
}

/// `digits` with `mark` between groups, filled with zeros to at least `least` characters; never begins with a mark.
fn grouped(digits: &str, mark: char, group: usize, least: usize) -> String {
    let mut reversed: Vec<char> = Vec::new();
    let mut source = digits.chars().rev();
    let mut placed = 0;
    loop {
        let next = source.next();
        let short = reversed.len() < least;
        if next.is_none() && !short {
            break;
        }
        if placed > 0 && placed % group == 0 {
            reversed.push(mark);
        }
        reversed.push(next.unwrap_or('0'));
        placed += 1;
    }
    reversed.iter().rev().collect()
}
