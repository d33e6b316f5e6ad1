//! Parsing, and syntax errors in CPython's words.

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::TextRange;

use super::complaint;
use crate::lang::code::SourceFile;
use crate::lang::{Exception, Value};

/// Why a text is not a program, and where.
#[derive(Clone, Debug)]
pub struct SyntaxError {
    /// `SyntaxError`, `IndentationError` or `RecursionError`.
    pub kind: &'static str,
    pub message: String,
    /// Byte range in the text; an empty one has one caret.
    pub span: (u32, u32),
    /// CPython points at some mistakes by their line alone.
    pub has_caret: bool,
}

impl SyntaxError {
    pub fn new(message: impl Into<String>, range: TextRange) -> SyntaxError {
        SyntaxError {
            kind: "SyntaxError",
            message: message.into(),
            span: (range.start().to_u32(), range.end().to_u32()),
            has_caret: true,
        }
    }

    /// The exception that an import of the file raises: `SyntaxError(message, (file, line, column, text, ...))`.
    pub fn into_exception(self, file: &SourceFile) -> Exception {
        if self.kind == "RecursionError" {
            return Exception::new("RecursionError", self.message);
        }
        let (line, column) = file.position(self.span.0.min(file.text.len() as u32));
        let (end_line, end_column) = file.position(self.span.1.min(file.text.len() as u32));
        let letters = |line: u32, column: u32| {
            let before = file.line_text(line).get(..column as usize);
            before.map_or(i64::from(column), |before| before.chars().count() as i64) + 1
        };
        let (offset, end_offset) = match self.has_caret {
            true => (letters(line, column), letters(end_line, end_column)),
            false => (0, 0),
        };
        let place = [
            Value::str(file.path.as_str()),
            Value::Int(i64::from(line)),
            Value::Int(offset),
            Value::str(format!("{}\n", file.line_text(line))),
            Value::Int(i64::from(end_line)),
            Value::Int(end_offset),
        ];
        Exception::with_args(
            self.kind,
            vec![Value::str(self.message), Value::tuple(place)],
        )
    }
}

/// CPython's limits.
const MAX_BRACKETS: usize = 200;
const MAX_INDENTS: usize = 100;
/// Operators on each other. CPython takes about 3000; what a browser's stack holds is less.
const MAX_NESTING: usize = 1000;

/// The statements of a text.
pub fn parse(text: &str) -> Result<Vec<Stmt>, SyntaxError> {
    guard_nesting(text)?;
    match ruff_python_parser::parse_module(text) {
        Ok(parsed) => Ok(parsed.into_suite().into_iter().collect()),
        Err(error) => Err(complaint::about(&error.error, error.location, text)),
    }
}

/// The parser and the compiler go down one Rust call a level, so a text that nests too deeply is refused before.
fn guard_nesting(text: &str) -> Result<(), SyntaxError> {
    let bytes = text.as_bytes();
    let mut brackets: Vec<u8> = Vec::new();
    // Operators that may stand on each other here; those in front of the open brackets stay below them.
    let mut operators = 0;
    let mut below: Vec<usize> = Vec::new();
    let mut at = 0;
    let mut line_start = true;
    let mut indents = vec![0];
    while at < bytes.len() {
        let byte = bytes[at];
        if line_start && brackets.is_empty() {
            let width = bytes[at..]
                .iter()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count();
            let first = bytes.get(at + width).copied().unwrap_or(b'\n');
            if !matches!(first, b'\n' | b'\r' | b'#') {
                while indents.last().is_some_and(|&last| last > width) {
                    indents.pop();
                }
                if indents.last().is_some_and(|&last| last < width) {
                    indents.push(width);
                }
                if indents.len() > MAX_INDENTS {
                    let place = TextRange::empty((at as u32).into());
                    return Err(SyntaxError {
                        kind: "IndentationError",
                        ..SyntaxError::new("too many levels of indentation", place)
                    });
                }
            }
            line_start = false;
            at += width;
            continue;
        }
        match byte {
            b'#' => {
                while at < bytes.len() && bytes[at] != b'\n' {
                    at += 1;
                }
                continue;
            }
            b'"' | b'\'' => {
                at = skip_string(bytes, at);
                continue;
            }
            b'(' | b'[' | b'{' => {
                brackets.push(byte);
                operators += 1;
                below.push(operators);
                if brackets.len() > MAX_BRACKETS {
                    return Err(SyntaxError::new(
                        "too many nested parentheses",
                        TextRange::at((at as u32).into(), 1.into()),
                    ));
                }
            }
            b')' | b']' | b'}' => {
                brackets.pop();
                operators = below.pop().unwrap_or(operators);
            }
            b'\n' => {
                line_start = true;
                if brackets.is_empty() {
                    operators = 0;
                }
            }
            b'\\' if bytes.get(at + 1) == Some(&b'\n') => {
                at += 2;
                continue;
            }
            b';' | b',' => operators = below.last().copied().unwrap_or(0),
            b':' if brackets.is_empty() => operators = 0,
            b'+' | b'-' | b'*' | b'/' | b'%' | b'@' | b'&' | b'|' | b'^' | b'~' | b'<' | b'>'
            | b'.' => operators += 1,
            b'n' | b'i' | b'l' | b'e' if starts_word(bytes, at) => operators += 1,
            _ => {}
        }
        if operators > MAX_NESTING {
            return Err(SyntaxError {
                kind: "RecursionError",
                ..SyntaxError::new(
                    "maximum recursion depth exceeded during compilation",
                    TextRange::at((at as u32).into(), 1.into()),
                )
            });
        }
        at += 1;
    }
    Ok(())
}

/// `not`, `if`, `lambda` and `else` nest as operators do.
fn starts_word(bytes: &[u8], at: usize) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    (at == 0 || !is_part(bytes[at - 1]))
        && ["not", "if", "lambda", "else"].iter().any(|word| {
            bytes[at..].starts_with(word.as_bytes())
                && !bytes
                    .get(at + word.len())
                    .is_some_and(|&byte| is_part(byte))
        })
}

fn skip_string(bytes: &[u8], start: usize) -> usize {
    let quote = bytes[start];
    let triple = bytes[start..].starts_with(&[quote; 3]);
    let mut at = start + if triple { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'\n' if !triple => return at,
            byte if byte == quote && (!triple || bytes[at..].starts_with(&[quote; 3])) => {
                return at + if triple { 3 } else { 1 };
            }
            _ => at += 1,
        }
    }
    bytes.len()
}

/// What CPython calls an expression that is no place to assign to.
pub fn kind_of(text: &str) -> &'static str {
    let Ok(parsed) = ruff_python_parser::parse_expression(&format!("({}\n)", text.trim())) else {
        return "expression";
    };
    match *parsed.into_syntax().body {
        Expr::NoneLiteral(_) => "None",
        Expr::BooleanLiteral(literal) if literal.value => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => "literal",
        Expr::FString(_) => "f-string expression",
        Expr::Call(_) => "function call",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Lambda(_) => "lambda",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::Tuple(_) => "tuple",
        Expr::List(_) => "list",
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::Named(_) => "named expression",
        _ => "expression",
    }
}
