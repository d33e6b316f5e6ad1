//! What CPython 3.11 says about a text that does not parse: its words, its place.
//!
//! CPython asks its tokenizer first, then the rules that it has for common mistakes, and says "invalid syntax" at the word
//! where its parser stood only when none of them knows better. The parser here tells where it stood.

mod known;
mod literals;
mod reading;
mod rules;
mod tokens;

use ruff_python_parser::ParseErrorType;
use ruff_text_size::TextRange;

use super::SyntaxError;
use tokens::{Kind, Tokens};

/// The complaint about a text at which the parser stopped.
pub fn about(error: &ParseErrorType, range: TextRange, text: &str) -> SyntaxError {
    if let Some(at) = text.find('\0') {
        let place = TextRange::empty((at as u32).into());
        return SyntaxError {
            has_caret: false,
            ..SyntaxError::new("source code cannot contain null bytes", place)
        };
    }
    let mut tokens = Tokens::of(text);
    if let Some(complaint) = tokens.complaint.take() {
        return complaint;
    }
    let place = range.start().to_usize();
    let at = tokens
        .list
        .iter()
        .position(|token| token.end.max(token.start + 1) > place && token.kind != Kind::Dedent)
        .unwrap_or(tokens.list.len() - 1);
    let complaint = rules::complaint(&tokens, at, error, range);
    // A bracket that is open since an earlier line is the likelier cause.
    if let Some(&(bracket, opened)) = tokens.open.last()
        && tokens.line_of(tokens.list[at].start) > tokens.line_of(opened)
    {
        let place = TextRange::empty((opened as u32).into());
        return SyntaxError::new(format!("'{}' was never closed", bracket as char), place);
    }
    complaint
}
