//! `str.format`: taking a template apart. Looking the fields up is the caller's work.

use super::{Error, Result};

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Literal(String),
    Field(Field),
}

/// `{name!conversion:spec}`. The spec may hold fields again (one level deep).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Everything before `!` or `:`; see [`field_name`].
    pub name: String,
    /// `s`, `r` or `a`; any other letter is an error when the field is used.
    pub conversion: Option<char>,
    pub spec: String,
}

/// Takes a template apart. An error stands at the place where CPython would meet it, after the pieces before it.
pub fn pieces(template: &str) -> Vec<Result<Piece>> {
    let chars: Vec<char> = template.chars().collect();
    let mut out = Vec::new();
    let mut literal = String::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        at += 1;
        if c != '{' && c != '}' {
            literal.push(c);
            continue;
        }
        if chars.get(at) == Some(&c) {
            literal.push(c);
            at += 1;
            continue;
        }
        if !literal.is_empty() {
            out.push(Ok(Piece::Literal(std::mem::take(&mut literal))));
        }
        let found = match (c, at == chars.len()) {
            ('}', _) => Err(Error::value("Single '}' encountered in format string")),
            (_, true) => Err(Error::value("Single '{' encountered in format string")),
            _ => field(&chars, &mut at),
        };
        let failed = found.is_err();
        out.push(found.map(Piece::Field));
        if failed {
            return out;
        }
    }
    if !literal.is_empty() {
        out.push(Ok(Piece::Literal(literal)));
    }
    out
}

/// Reads a field after its `{`, up to and with its `}`.
fn field(chars: &[char], at: &mut usize) -> Result<Field> {
    let unfinished = || Error::value("expected '}' before end of string");
    let mut name = String::new();
    let mut in_brackets = false;
    let stop = loop {
        let c = *chars.get(*at).ok_or_else(unfinished)?;
        *at += 1;
        match c {
            '{' => return Err(Error::value("unexpected '{' in field name")),
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            '}' | ':' | '!' if !in_brackets => break c,
            _ => {}
        }
        name.push(c);
    };
    let mut conversion = None;
    let mut stop = stop;
    if stop == '!' {
        let ended = || Error::value("end of string while looking for conversion specifier");
        let c = *chars.get(*at).ok_or_else(ended)?;
        *at += 1;
        conversion = Some(c);
        stop = *chars
            .get(*at)
            .ok_or_else(|| Error::value("unmatched '{' in format spec"))?;
        *at += 1;
        if stop != ':' && stop != '}' {
            return Err(Error::value("expected ':' after conversion specifier"));
        }
    }
    let mut spec = String::new();
    if stop == ':' {
        let mut depth = 1;
        loop {
            let c = *chars
                .get(*at)
                .ok_or_else(|| Error::value("unmatched '{' in format spec"))?;
            *at += 1;
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            spec.push(c);
        }
    }
    Ok(Field {
        name,
        conversion,
        spec,
    })
}

/// What a field's name starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum First {
    /// `{}`: the next positional argument.
    Auto,
    Index(usize),
    Name(String),
}

/// A step from there: `.name`, `[3]` or `[key]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Attribute(String),
    Index(usize),
    Key(String),
}

/// Takes `0.weights[3].name` apart.
pub fn field_name(name: &str) -> Result<(First, Vec<Step>)> {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let first = match (first.is_empty(), index(first)?) {
        (true, _) => First::Auto,
        (_, Some(i)) => First::Index(i),
        _ => First::Name(first.to_string()),
    };
    let empty = || Error::value("Empty attribute in format string");
    let mut steps = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('.') {
            let end = after.find(['.', '[']).unwrap_or(after.len());
            if end == 0 {
                return Err(empty());
            }
            steps.push(Step::Attribute(after[..end].to_string()));
            rest = &after[end..];
        } else if let Some(after) = rest.strip_prefix('[') {
            let end = after
                .find(']')
                .ok_or_else(|| Error::value("Missing ']' in format string"))?;
            if end == 0 {
                return Err(empty());
            }
            let key = &after[..end];
            steps.push(index(key)?.map_or_else(|| Step::Key(key.to_string()), Step::Index));
            rest = &after[end + 1..];
        } else {
            return Err(Error::value(
                "Only '.' or '[' may follow ']' in format field specifier",
            ));
        }
    }
    Ok((first, steps))
}

fn index(text: &str) -> Result<Option<usize>> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| Error::value("Too many decimal digits in format string"))
}

/// Numbers the `{}` fields, and refuses to mix them with `{0}`.
#[derive(Default)]
pub struct Numbering {
    next: usize,
    manual: bool,
}

impl Numbering {
    /// The position that `first` means, or `None` for a keyword.
    pub fn position(&mut self, first: &First) -> Result<Option<usize>> {
        match first {
            First::Name(_) => Ok(None),
            First::Auto if self.manual => Err(Error::value(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            First::Auto => {
                self.next += 1;
                Ok(Some(self.next - 1))
            }
            First::Index(_) if self.next > 0 => Err(Error::value(
                "cannot switch from automatic field numbering to manual field specification",
            )),
            First::Index(i) => {
                self.manual = true;
                Ok(Some(*i))
            }
        }
    }
}
