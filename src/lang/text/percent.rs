//! `format % values`: taking the format apart, and formatting one value for one conversion.

use super::format::float_body;
use super::int::Int;
use super::{Error, Result};

/// A width or precision: absent, written out, or taken from the values (`*`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    None,
    Fixed(usize),
    Star,
}

/// One `%` conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// `%(key)s`.
    pub key: Option<String>,
    pub left: bool,
    pub plus: bool,
    pub blank: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: Amount,
    pub precision: Amount,
    /// The conversion letter; not yet checked, because a missing value is reported before a wrong letter.
    pub kind: char,
    /// Where the letter stands, for the message.
    pub index: usize,
}

/// A piece of the format: text, or a conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Literal(String),
    Conversion(Conversion),
}

/// Takes a format apart. An error stands at the place where CPython would meet it, after the pieces before it.
pub fn pieces(format: &str) -> Vec<Result<Piece>> {
    let chars: Vec<char> = format.chars().collect();
    let mut out = Vec::new();
    let mut literal = String::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at] != '%' {
            literal.push(chars[at]);
            at += 1;
            continue;
        }
        at += 1;
        if chars.get(at) == Some(&'%') {
            literal.push('%');
            at += 1;
            continue;
        }
        if !literal.is_empty() {
            out.push(Ok(Piece::Literal(std::mem::take(&mut literal))));
        }
        match conversion(&chars, &mut at) {
            // `%5%` is a per cent sign too: CPython ignores what stands before it.
            Ok(found) if found.kind == '%' => literal.push('%'),
            Ok(found) => out.push(Ok(Piece::Conversion(found))),
            Err(error) => {
                out.push(Err(error));
                return out;
            }
        }
    }
    if !literal.is_empty() {
        out.push(Ok(Piece::Literal(literal)));
    }
    out
}

fn conversion(chars: &[char], at: &mut usize) -> Result<Conversion> {
    let incomplete = || Error::value("incomplete format");
    let mut key = None;
    if chars.get(*at) == Some(&'(') {
        let start = *at + 1;
        let mut depth = 1;
        *at += 1;
        while depth > 0 {
            match chars.get(*at) {
                Some('(') => depth += 1,
                Some(')') => depth -= 1,
                None => return Err(Error::value("incomplete format key")),
                _ => {}
            }
            *at += 1;
        }
        key = Some(chars[start..*at - 1].iter().collect());
    }
    let (mut left, mut plus, mut blank, mut alternate, mut zero) =
        (false, false, false, false, false);
    while let Some(flag) = chars.get(*at) {
        match flag {
            '-' => left = true,
            '+' => plus = true,
            ' ' => blank = true,
            '#' => alternate = true,
            '0' => zero = true,
            _ => break,
        }
        *at += 1;
    }
    let width = amount(chars, at, "width too big")?;
    let mut precision = Amount::None;
    if chars.get(*at) == Some(&'.') {
        *at += 1;
        precision = match amount(chars, at, "precision too big")? {
            Amount::None => Amount::Fixed(0),
            given => given,
        };
    }
    if matches!(chars.get(*at), Some('h' | 'l' | 'L')) {
        *at += 1;
    }
    let kind = *chars.get(*at).ok_or_else(incomplete)?;
    *at += 1;
    Ok(Conversion {
        key,
        left,
        plus,
        blank,
        alternate,
        zero,
        width,
        precision,
        kind,
        index: *at - 1,
    })
}

fn amount(chars: &[char], at: &mut usize, too_big: &str) -> Result<Amount> {
    if chars.get(*at) == Some(&'*') {
        *at += 1;
        return Ok(Amount::Star);
    }
    let mut value = None;
    while let Some(digit) = chars.get(*at).and_then(|c| c.to_digit(10)) {
        let next = value
            .unwrap_or(0usize)
            .saturating_mul(10)
            .saturating_add(digit as usize);
        if next > 1 << 24 {
            return Err(Error::value(too_big));
        }
        value = Some(next);
        *at += 1;
    }
    Ok(value.map_or(Amount::None, Amount::Fixed))
}

/// What a conversion letter wants of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// `%s`
    Str,
    /// `%r`
    Repr,
    /// `%a`
    Ascii,
    /// `%c`
    Char,
    /// `%d %i %u`: any real number, truncated.
    Number,
    /// `%x %X %o`: an int.
    Integer,
    /// `%e %f %g`
    Float,
}

impl Conversion {
    /// What the letter wants, or CPython's complaint about it.
    pub fn wants(&self) -> Result<Wants> {
        Ok(match self.kind {
            's' => Wants::Str,
            'r' => Wants::Repr,
            'a' => Wants::Ascii,
            'c' => Wants::Char,
            'd' | 'i' | 'u' => Wants::Number,
            'o' | 'x' | 'X' => Wants::Integer,
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => Wants::Float,
            other => {
                let shown = if (' '..='~').contains(&other) {
                    other
                } else {
                    '?'
                };
                return Err(Error::value(format!(
                    "unsupported format character '{shown}' (0x{:x}) at index {}",
                    other as u32, self.index
                )));
            }
        })
    }

    /// Fills in what a `*` took from the values: a negative width means left.
    pub fn set_width(&mut self, width: i64) {
        self.left |= width < 0;
        self.width = Amount::Fixed(width.unsigned_abs() as usize);
    }

    /// Fills in a `*` precision; a negative one counts as zero.
    pub fn set_precision(&mut self, precision: i64) {
        self.precision = Amount::Fixed(precision.max(0) as usize);
    }

    fn digits(&self) -> Option<usize> {
        match self.precision {
            Amount::Fixed(n) => Some(n),
            _ => None,
        }
    }

    /// A text for `%s`, `%r`, `%a` or `%c`.
    pub fn text(&self, text: &str) -> String {
        match self.digits() {
            Some(most) if self.kind != 'c' => {
                self.field("", &text.chars().take(most).collect::<String>(), false)
            }
            _ => self.field("", text, false),
        }
    }

    /// An int for `%d`, `%x`, `%o`.
    pub fn int(&self, value: &dyn Int) -> Result<String> {
        let (radix, prefix) = match self.kind {
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            'o' => (8, "0o"),
            _ => (10, ""),
        };
        let mut digits = value.digits(radix)?;
        if self.kind == 'X' {
            digits.make_ascii_uppercase();
        }
        let least = self.digits().unwrap_or(0);
        let digits = format!("{digits:0>least$}");
        let sign = format!(
            "{}{}",
            self.sign(value.negative()),
            if self.alternate { prefix } else { "" }
        );
        Ok(self.field(&sign, &digits, true))
    }

    /// A float for `%e`, `%f`, `%g`.
    pub fn float(&self, value: f64) -> String {
        let mut body = float_body(
            value.abs(),
            Some(self.kind),
            Some(self.digits().unwrap_or(6)),
            self.alternate,
        );
        if self.kind.is_ascii_uppercase() {
            body.make_ascii_uppercase();
        }
        self.field(
            self.sign(value.is_sign_negative() && !value.is_nan()),
            &body,
            true,
        )
    }

    fn sign(&self, negative: bool) -> &'static str {
        match (negative, self.plus, self.blank) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        }
    }

    fn field(&self, sign: &str, body: &str, numeric: bool) -> String {
        let width = if let Amount::Fixed(width) = self.width {
            width
        } else {
            0
        };
        let missing = width.saturating_sub(sign.chars().count() + body.chars().count());
        if self.left {
            return format!("{sign}{body}{}", " ".repeat(missing));
        }
        if self.zero && numeric {
            return format!("{sign}{}{body}", "0".repeat(missing));
        }
        format!("{}{sign}{body}", " ".repeat(missing))
    }
}
