//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use super::{Error, Result};

/// Where the text stands in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    Center,
    /// Between sign and digits (`=`).
    AfterSign,
}

/// One parsed format specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    pub fill: char,
    /// `None` where the text gave none: numbers then stand right, strings left.
    pub align: Option<Align>,
    /// `+`, `-` or a blank.
    pub sign: Option<char>,
    /// `z`: no negative zero.
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    /// The type letter, where one was given.
    pub kind: Option<char>,
}

impl Spec {
    /// Parses `text`, which formats an object of type `type_name` (for messages only). `numeric` objects read a leading `0`
    /// as "pad with zeros after the sign".
    pub fn parse(text: &str, type_name: &str, numeric: bool) -> Result<Self> {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        let peek = |at: usize| chars.get(at).copied();
        let mut spec = Self {
            fill: ' ',
            align: None,
            sign: None,
            no_negative_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: None,
        };
        let mut fill_given = false;
        if let Some(align) = peek(1).and_then(align_of) {
            (spec.fill, spec.align, fill_given, at) = (chars[0], Some(align), true, 2);
        } else if let Some(align) = peek(0).and_then(align_of) {
            (spec.align, at) = (Some(align), 1);
        }
        if let Some(sign @ ('+' | '-' | ' ')) = peek(at) {
            spec.sign = Some(sign);
            at += 1;
        }
        if peek(at) == Some('z') {
            spec.no_negative_zero = true;
            at += 1;
        }
        if peek(at) == Some('#') {
            spec.alternate = true;
            at += 1;
        }
        if !fill_given && peek(at) == Some('0') {
            spec.fill = '0';
            if spec.align.is_none() && numeric {
                spec.align = Some(Align::AfterSign);
            }
            at += 1;
        }
        if let Some(width) = number(&chars, &mut at)? {
            spec.width = width;
        }
        for mark in [',', '_'] {
            if peek(at) == Some(mark) {
                if spec.grouping.is_some() {
                    return Err(Error::value("Cannot specify both ',' and '_'."));
                }
                spec.grouping = Some(mark);
                at += 1;
            }
        }
        if let Some(mark @ (',' | '_')) = peek(at)
            && let Some(given) = spec.grouping
        {
            if mark == given {
                return Err(Error::value(format!(
                    "Cannot specify '{mark}' with '{mark}'."
                )));
            }
            return Err(Error::value("Cannot specify both ',' and '_'."));
        }
        if peek(at) == Some('.') {
            at += 1;
            let precision = number(&chars, &mut at)?;
            spec.precision =
                Some(precision.ok_or_else(|| Error::value("Format specifier missing precision"))?);
        }
        if chars.len() > at + 1 {
            return Err(Error::value(format!(
                "Invalid format specifier '{text}' for object of type '{type_name}'"
            )));
        }
        spec.kind = peek(at);
        spec.check_grouping()?;
        Ok(spec)
    }

    fn check_grouping(&self) -> Result<()> {
        let (Some(mark), Some(kind)) = (self.grouping, self.kind) else {
            return Ok(());
        };
        let fits = matches!(kind, 'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F')
            || (mark == '_' && matches!(kind, 'b' | 'o' | 'x' | 'X'));
        if fits {
            Ok(())
        } else {
            Err(Error::value(format!(
                "Cannot specify '{mark}' with '{kind}'."
            )))
        }
    }

    /// Puts `body` into the field; `sign` goes before zeros under `=` alignment.
    pub fn pad(&self, sign: &str, body: &str, default: Align) -> String {
        let length = sign.chars().count() + body.chars().count();
        if length >= self.width {
            return format!("{sign}{body}");
        }
        let missing = self.width - length;
        let fill = |n: usize| self.fill.to_string().repeat(n);
        match self.align.unwrap_or(default) {
            Align::Left => format!("{sign}{body}{}", fill(missing)),
            Align::Right => format!("{}{sign}{body}", fill(missing)),
            Align::Center => format!(
                "{}{sign}{body}{}",
                fill(missing / 2),
                fill(missing - missing / 2)
            ),
            Align::AfterSign => format!("{sign}{}{body}", fill(missing)),
        }
    }
}

fn align_of(c: char) -> Option<Align> {
    match c {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

/// The widest field a program may ask for: far beyond any screen, far below what would exhaust memory.
const WIDEST: usize = 1 << 24;

fn number(chars: &[char], at: &mut usize) -> Result<Option<usize>> {
    let start = *at;
    let mut value = 0usize;
    while let Some(digit) = chars.get(*at).and_then(|c| c.to_digit(10)) {
        value = value.saturating_mul(10).saturating_add(digit as usize);
        *at += 1;
    }
    if *at == start {
        return Ok(None);
    }
    if value > i64::MAX as usize || value > WIDEST {
        return Err(Error::value("Too many decimal digits in format string"));
    }
    Ok(Some(value))
}
