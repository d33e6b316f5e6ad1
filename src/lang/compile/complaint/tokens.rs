//! The words of a text as CPython's tokenizer cuts it, with that tokenizer's complaints. It is only asked about texts that
//! did not parse: what a program means is the parser's to say.

use super::super::SyntaxError;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Name,
    Number,
    Text,
    Op,
    Newline,
    Indent,
    Dedent,
    End,
}

#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// Brackets that are open around it; a bracket itself counts as outside.
    pub level: usize,
}

/// A text cut up to its end or to what the tokenizer complains about.
pub struct Tokens<'a> {
    pub text: &'a str,
    pub list: Vec<Token>,
    pub complaint: Option<SyntaxError>,
    /// Brackets that were never closed, and where they stand.
    pub open: Vec<(u8, usize)>,
}

impl<'a> Tokens<'a> {
    pub fn of(text: &'a str) -> Tokens<'a> {
        let mut cutter = Cutter {
            text,
            bytes: text.as_bytes(),
            at: 0,
            list: Vec::new(),
            open: Vec::new(),
            indents: vec![(0, 0)],
        };
        let complaint = cutter.cut().err();
        Tokens {
            text,
            list: cutter.list,
            complaint,
            open: cutter.open,
        }
    }

    /// The text of a token; empty past the end.
    pub fn word(&self, at: usize) -> &'a str {
        self.list
            .get(at)
            .map_or("", |token| &self.text[token.start..token.end])
    }

    pub fn kind(&self, at: usize) -> Kind {
        self.list.get(at).map_or(Kind::End, |token| token.kind)
    }

    pub fn line_of(&self, offset: usize) -> usize {
        self.text.as_bytes()[..offset.min(self.text.len())]
            .iter()
            .filter(|&&byte| byte == b'\n')
            .count()
            + 1
    }
}

struct Cutter<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    list: Vec<Token>,
    open: Vec<(u8, usize)>,
    /// Widths of the blocks around, with tabs to 8 and with tabs to 1.
    indents: Vec<(usize, usize)>,
}

type Cut = Result<(), SyntaxError>;

/// A complaint with one caret.
fn at_point(message: impl Into<String>, at: usize) -> SyntaxError {
    SyntaxError {
        kind: "SyntaxError",
        message: message.into(),
        span: (at as u32, at as u32),
        has_caret: true,
    }
}

impl Cutter<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn push(&mut self, kind: Kind, start: usize) {
        self.list.push(Token {
            kind,
            start,
            end: self.at,
            level: self.open.len(),
        });
    }

    fn cut(&mut self) -> Cut {
        let mut fresh = true;
        while self.at < self.bytes.len() {
            if fresh && self.open.is_empty() {
                fresh = false;
                if self.indentation()? {
                    fresh = true;
                    continue;
                }
            }
            let start = self.at;
            match self.peek(0) {
                b' ' | b'\t' | 0xc => self.at += 1,
                b'\r' => self.at += 1,
                b'#' => self.skip_comment(),
                b'\n' => {
                    if self.open.is_empty() {
                        self.push(Kind::Newline, start);
                        fresh = true;
                    }
                    self.at += 1;
                }
                b'\\' => self.continuation()?,
                b'0'..=b'9' => self.number()?,
                b'.' if self.peek(1).is_ascii_digit() => self.number()?,
                b'"' | b'\'' => self.string(start)?,
                byte if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 => {
                    self.name()?
                }
                _ => self.operator()?,
            }
        }
        if self.open.is_empty()
            && self
                .list
                .last()
                .is_some_and(|last| last.kind != Kind::Newline)
        {
            self.push(Kind::Newline, self.at);
        }
        while self.indents.len() > 1 && self.open.is_empty() {
            self.indents.pop();
            self.push(Kind::Dedent, self.at);
        }
        self.push(Kind::End, self.at);
        Ok(())
    }

    fn skip_comment(&mut self) {
        while self.at < self.bytes.len() && self.bytes[self.at] != b'\n' {
            self.at += 1;
        }
    }

    /// Reads the blanks in front of a line. True if there is nothing else on it.
    fn indentation(&mut self) -> Result<bool, SyntaxError> {
        let start = self.at;
        let (mut width, mut narrow) = (0, 0);
        while matches!(self.peek(0), b' ' | b'\t' | 0xc) && self.at < self.bytes.len() {
            match self.peek(0) {
                b'\t' => (width, narrow) = (width / 8 * 8 + 8, narrow + 1),
                b' ' => (width, narrow) = (width + 1, narrow + 1),
                _ => (width, narrow) = (0, 0),
            }
            self.at += 1;
        }
        if self.peek(0) == b'#' {
            self.skip_comment();
        }
        if matches!(self.peek(0), b'\n' | b'\r') || self.at >= self.bytes.len() {
            self.at += 1;
            return Ok(true);
        }
        let mixed = || SyntaxError {
            kind: "TabError",
            message: "inconsistent use of tabs and spaces in indentation".into(),
            span: (start as u32, start as u32),
            has_caret: false,
        };
        let &(last, last_narrow) = self.indents.last().unwrap_or(&(0, 0));
        if width == last {
            return if narrow == last_narrow {
                Ok(false)
            } else {
                Err(mixed())
            };
        }
        if width > last {
            if narrow <= last_narrow {
                return Err(mixed());
            }
            self.indents.push((width, narrow));
            self.push(Kind::Indent, start);
            return Ok(false);
        }
        while self.indents.last().is_some_and(|&(last, _)| last > width) {
            self.indents.pop();
            self.push(Kind::Dedent, self.at);
        }
        let line_end = self.text[self.at..]
            .find('\n')
            .map_or(self.text.len(), |end| self.at + end);
        match self.indents.last() {
            Some(&(last, last_narrow)) if last == width => {
                if narrow == last_narrow {
                    Ok(false)
                } else {
                    Err(mixed())
                }
            }
            _ => Err(SyntaxError {
                kind: "IndentationError",
                ..at_point(
                    "unindent does not match any outer indentation level",
                    line_end,
                )
            }),
        }
    }

    fn continuation(&mut self) -> Cut {
        let after = self.at + 1;
        match self.bytes.get(after) {
            Some(b'\n') => self.at += 2,
            Some(b'\r') if self.bytes.get(after + 1) == Some(&b'\n') => self.at += 3,
            None => return Err(at_point("unexpected EOF while parsing", after)),
            Some(_) => {
                return Err(at_point(
                    "unexpected character after line continuation character",
                    after,
                ));
            }
        }
        if self.at >= self.bytes.len() {
            return Err(at_point("unexpected EOF while parsing", after));
        }
        Ok(())
    }

    fn digits(&mut self, is_digit: impl Fn(u8) -> bool, kind: &str) -> Cut {
        loop {
            while is_digit(self.peek(0)) {
                self.at += 1;
            }
            if self.peek(0) != b'_' {
                return Ok(());
            }
            if !is_digit(self.peek(1)) {
                return Err(at_point(format!("invalid {kind} literal"), self.at));
            }
            self.at += 1;
        }
    }

    fn number(&mut self) -> Cut {
        let start = self.at;
        let kind = match (self.peek(0), self.peek(1).to_ascii_lowercase()) {
            (b'0', b'x') => "hexadecimal",
            (b'0', b'o') => "octal",
            (b'0', b'b') => "binary",
            _ => "decimal",
        };
        if kind == "decimal" {
            self.decimal()?;
        } else {
            self.at += 2;
            let largest = match kind {
                "octal" => b'7',
                "binary" => b'1',
                _ => b'9',
            };
            let is_digit = |byte: u8| {
                (b'0'..=largest).contains(&byte)
                    || (kind == "hexadecimal" && byte.is_ascii_hexdigit())
            };
            if self.peek(0) == b'_' {
                self.at += 1;
            }
            let first = self.peek(0);
            if !is_digit(first) && !first.is_ascii_digit() {
                return Err(at_point(format!("invalid {kind} literal"), self.at - 1));
            }
            self.digits(is_digit, kind)?;
            if self.peek(0).is_ascii_digit() {
                let digit = self.peek(0) as char;
                return Err(at_point(
                    format!("invalid digit '{digit}' in {kind} literal"),
                    self.at,
                ));
            }
        }
        let is_imaginary = kind == "decimal" && matches!(self.peek(0), b'j' | b'J');
        self.at += usize::from(is_imaginary);
        let kind = if is_imaginary { "imaginary" } else { kind };
        let next = self.peek(0);
        if next.is_ascii_alphabetic() || next == b'_' || next >= 0x80 {
            let follows = ["and", "else", "for", "if", "in", "is", "not", "or"];
            if !follows
                .iter()
                .any(|word| self.text[self.at..].starts_with(word))
            {
                return Err(at_point(format!("invalid {kind} literal"), self.at - 1));
            }
        }
        self.push(Kind::Number, start);
        Ok(())
    }

    fn decimal(&mut self) -> Cut {
        let start = self.at;
        self.digits(|byte| byte.is_ascii_digit(), "decimal")?;
        let whole = self.at;
        let mut is_float = false;
        if self.peek(0) == b'.' {
            is_float = true;
            self.at += 1;
            if self.peek(0).is_ascii_digit() {
                self.digits(|byte| byte.is_ascii_digit(), "decimal")?;
            }
        }
        if matches!(self.peek(0), b'e' | b'E') {
            let sign = usize::from(matches!(self.peek(1), b'+' | b'-'));
            if self.peek(1 + sign).is_ascii_digit() {
                is_float = true;
                self.at += 1 + sign;
                self.digits(|byte| byte.is_ascii_digit(), "decimal")?;
            }
        }
        let digits = &self.text[start..whole];
        let zeros = digits.bytes().take_while(|&byte| byte == b'0').count();
        if zeros > 0 && zeros < digits.len() && !is_float && !matches!(self.peek(0), b'j' | b'J') {
            return Err(SyntaxError {
                span: (start as u32, (start + zeros) as u32),
                ..at_point(
                    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                    start,
                )
            });
        }
        Ok(())
    }

    fn string(&mut self, start: usize) -> Cut {
        let quote = self.peek(0);
        let triple = self.bytes[self.at..].starts_with(&[quote; 3]);
        let closing = if triple { 3 } else { 1 };
        self.at += closing;
        loop {
            match self.bytes.get(self.at) {
                None | Some(b'\n') if !triple || self.at >= self.bytes.len() => {
                    let what = if triple {
                        "triple-quoted string"
                    } else {
                        "string"
                    };
                    let end = self.text[..self.at].trim_end_matches('\n').len();
                    let upto = if triple {
                        &self.text[..end]
                    } else {
                        &self.text[..self.at]
                    };
                    let line = upto.matches('\n').count() + 1;
                    return Err(at_point(
                        format!("unterminated {what} literal (detected at line {line})"),
                        start,
                    ));
                }
                Some(b'\\') => self.at += 2,
                Some(&byte)
                    if byte == quote
                        && (!triple || self.bytes[self.at..].starts_with(&[quote; 3])) =>
                {
                    self.at += closing;
                    break;
                }
                _ => self.at += 1,
            }
            self.at = self.at.min(self.bytes.len());
        }
        self.push(Kind::Text, start);
        Ok(())
    }

    fn name(&mut self) -> Cut {
        let start = self.at;
        for letter in self.text[start..].chars() {
            let is_part = letter.is_alphanumeric()
                || letter == '_'
                || (!letter.is_ascii() && is_mark(letter));
            if !is_part {
                if letter.is_ascii() {
                    break;
                }
                let code = letter as u32;
                let words = if letter.is_control() || (letter.is_whitespace()) {
                    format!("invalid non-printable character U+{code:04X}")
                } else {
                    format!("invalid character '{letter}' (U+{code:04X})")
                };
                return Err(at_point(words, self.at));
            }
            self.at += letter.len_utf8();
        }
        let word = &self.text[start..self.at];
        let is_prefix = word.len() <= 2 && word.bytes().all(|byte| b"rRbBuUfF".contains(&byte));
        if is_prefix && matches!(self.peek(0), b'"' | b'\'') {
            return self.string(start);
        }
        self.push(Kind::Name, start);
        Ok(())
    }

    fn operator(&mut self) -> Cut {
        const LONG: &[&str] = &[
            "**=", "//=", "<<=", ">>=", "...", "==", "!=", "<=", ">=", "->", "+=", "-=", "*=",
            "/=", "%=", "@=", "&=", "|=", "^=", ":=", "**", "//", "<<", ">>", "<>",
        ];
        let start = self.at;
        let rest = &self.bytes[start..];
        if let Some(long) = LONG.iter().find(|long| rest.starts_with(long.as_bytes())) {
            self.at += long.len();
            self.push(Kind::Op, start);
            return Ok(());
        }
        let byte = self.peek(0);
        self.at += 1;
        match byte {
            b'(' | b'[' | b'{' => {
                self.push(Kind::Op, start);
                self.open.push((byte, start));
            }
            b')' | b']' | b'}' => {
                let Some((opened, place)) = self.open.pop() else {
                    return Err(at_point(format!("unmatched '{}'", byte as char), start));
                };
                if !matches!((opened, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}')) {
                    let line = |at: usize| self.text[..at].matches('\n').count() + 1;
                    let on = if line(place) == line(start) {
                        String::new()
                    } else {
                        format!(" on line {}", line(place))
                    };
                    return Err(at_point(
                        format!(
                            "closing parenthesis '{}' does not match opening parenthesis '{}'{on}",
                            byte as char, opened as char
                        ),
                        start,
                    ));
                }
                self.push(Kind::Op, start);
            }
            _ => self.push(Kind::Op, start),
        }
        Ok(())
    }
}

/// Letters that may follow the first of a name though they are not alphanumeric: combining marks.
fn is_mark(letter: char) -> bool {
    use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
    matches!(letter.general_category_group(), GeneralCategoryGroup::Mark)
}
