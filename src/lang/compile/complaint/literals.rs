//! Mistakes inside strings.

use ruff_python_parser::{LexicalErrorType, ParseErrorType};
use ruff_text_size::TextRange;

use super::super::SyntaxError;
use super::reading::Rules;
use super::tokens::Kind;

impl Rules<'_> {
    /// The f-string or text around a place that is within one.
    pub(super) fn in_text(&self, range: TextRange) -> bool {
        let place = range.start().to_usize();
        self.tokens
            .list
            .iter()
            .any(|token| token.kind == Kind::Text && token.start < place && place < token.end)
    }

    pub(super) fn after_text(&self, range: TextRange) -> usize {
        let place = range.start().to_usize();
        let text = self
            .tokens
            .list
            .iter()
            .position(|token| token.kind == Kind::Text && place <= token.end);
        text.map_or(self.at, |text| text + 1)
    }

    pub(super) fn inside_text(&self, range: TextRange, error: &ParseErrorType) -> SyntaxError {
        let after = self.after_text(range);
        let text = self.word(after.saturating_sub(1));
        let place = (range.start().to_u32() - self.start(after.saturating_sub(1))) as usize;
        let before = text.get(..place).unwrap_or("");
        let is_plain = !text[..text.find(['"', '\'']).unwrap_or(0)].contains(['f', 'F']);
        if is_plain
            || matches!(
                error,
                ParseErrorType::Lexical(
                    LexicalErrorType::UnicodeError
                        | LexicalErrorType::MissingUnicodeLbrace
                        | LexicalErrorType::MissingUnicodeRbrace
                )
            )
        {
            return match bad_escape(text) {
                Some(words) => self.at_token(words, after),
                None if text.starts_with(['b', 'B']) => self.whole_token(
                    "bytes can only contain ASCII literal characters",
                    after.saturating_sub(1),
                ),
                None => self.at_token("invalid syntax", after),
            };
        }
        let words = match text.get(place..).and_then(|rest| rest.chars().next()) {
            Some('}') if before.trim_end().ends_with('{') => {
                "f-string: empty expression not allowed"
            }
            _ if text[..].contains('\\')
                && before.contains('{')
                && matches!(
                    error,
                    ParseErrorType::Lexical(LexicalErrorType::LineContinuationError)
                ) =>
            {
                "f-string expression part cannot include a backslash"
            }
            Some('"' | '\'') | None => "f-string: expecting '}'",
            _ => "f-string: invalid syntax",
        };
        self.at_token(words, after)
    }
}

/// What is wrong with the first bad escape of a text.
fn bad_escape(literal: &str) -> Option<String> {
    let opening = literal.find(['"', '\''])?;
    let is_bytes = literal[..opening].contains(['b', 'B']);
    let body = literal[opening..].trim_matches(['"', '\'']);
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        let (digits, shape) = match bytes.get(at + 1) {
            Some(b'x') => (2, "\\xXX"),
            Some(b'u') => (4, "\\uXXXX"),
            Some(b'U') => (8, "\\UXXXXXXXX"),
            Some(b'N') => (0, ""),
            _ => {
                at += 2;
                continue;
            }
        };
        let found = bytes[at + 2..]
            .iter()
            .take(digits)
            .take_while(|byte| byte.is_ascii_hexdigit())
            .count();
        let says = |end: usize, why: String| {
            Some(format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {at}-{end}: {why}"
            ))
        };
        if is_bytes {
            if digits == 2 && found < 2 {
                return Some(format!("(value error) invalid \\x escape at position {at}"));
            }
        } else if digits == 0 {
            return match body[at..].find('}') {
                Some(end) if bytes.get(at + 2) == Some(&b'{') => {
                    says(at + end, "unknown Unicode character name".into())
                }
                _ => says(at + 1, "malformed \\N character escape".into()),
            };
        } else if found < digits {
            return says(at + 1 + found, format!("truncated {shape} escape"));
        }
        at += 2 + found;
    }
    None
}
