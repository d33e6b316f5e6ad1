//! Reading the tokens around a mistake.

use ruff_python_ast::Expr;
use ruff_text_size::TextRange;

use super::super::SyntaxError;
use super::tokens::{Kind, Tokens};

const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];
/// Where an expression ends, if it stands in no deeper bracket.
const DELIMITERS: &[&str] = &[
    "(", "[", "{", ")", "]", "}", ",", ":", "=", ":=", ";", "for", "in", "lambda", "return",
    "print", "else", "if", "+=", "-=", "*=", "/=", "async", "while", "elif", "assert", "raise",
    "with",
];

/// The tokens of a text, and where its parser stopped.
pub struct Rules<'a> {
    pub tokens: &'a Tokens<'a>,
    /// The token at which the parser stopped.
    pub at: usize,
}

impl Rules<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    pub(super) fn start(&self, at: usize) -> u32 {
        self.tokens
            .list
            .get(at)
            .map_or(self.tokens.text.len(), |token| token.start) as u32
    }

    pub(super) fn end(&self, at: usize) -> u32 {
        self.tokens
            .list
            .get(at)
            .map_or(self.tokens.text.len(), |token| token.end) as u32
    }

    pub(super) fn level(&self, at: usize) -> usize {
        self.tokens.list.get(at).map_or(0, |token| token.level)
    }

    pub(super) fn spanning(&self, message: impl Into<String>, from: u32, to: u32) -> SyntaxError {
        SyntaxError::new(message, TextRange::new(from.into(), to.max(from).into()))
    }

    pub(super) fn whole_token(&self, message: impl Into<String>, at: usize) -> SyntaxError {
        self.spanning(message, self.start(at), self.end(at))
    }

    /// One caret at the beginning of a token.
    pub(super) fn at_token(&self, message: impl Into<String>, at: usize) -> SyntaxError {
        self.spanning(message, self.start(at), self.start(at))
    }

    pub(super) fn is_keyword(&self, at: usize) -> bool {
        KEYWORDS.contains(&self.word(at))
    }

    pub(super) fn starts_expression(&self, at: usize) -> bool {
        match self.tokens.kind(at) {
            Kind::Name => {
                !self.is_keyword(at) || matches!(self.word(at), "not" | "lambda" | "await")
            }
            Kind::Number | Kind::Text => true,
            Kind::Op => matches!(self.word(at), "{" | "~" | "..."),
            _ => false,
        }
    }

    pub(super) fn ends_expression(&self, at: usize) -> bool {
        match self.tokens.kind(at) {
            Kind::Name => !self.is_keyword(at),
            Kind::Number | Kind::Text => true,
            Kind::Op => matches!(self.word(at), ")" | "]" | "}" | "..."),
            _ => false,
        }
    }

    /// The first token of the statement.
    pub(super) fn statement(&self) -> usize {
        let mut at = self.at;
        while at > 0 {
            let before = at - 1;
            let divides = match self.tokens.kind(before) {
                Kind::Newline | Kind::Indent | Kind::Dedent => true,
                _ => self.word(before) == ";" && self.level(before) == 0,
            };
            if divides {
                break;
            }
            at = before;
        }
        at
    }

    /// The first token of the expression that ends before `end`.
    pub(super) fn expression_before(&self, end: usize) -> usize {
        let mut depth = 0;
        let mut at = end;
        while at > 0 {
            let before = at - 1;
            match self.word(before) {
                ")" | "]" | "}" => depth += 1,
                "(" | "[" | "{" if depth > 0 => depth -= 1,
                word if depth == 0
                    && (DELIMITERS.contains(&word)
                        || self.tokens.kind(before) == Kind::Newline) =>
                {
                    break;
                }
                _ => {}
            }
            at = before;
        }
        at
    }

    /// The token after the expression that begins at `start`.
    pub(super) fn expression_after(&self, start: usize) -> usize {
        let mut depth = 0;
        let mut at = start;
        while at < self.tokens.list.len() {
            let word = self.word(at);
            match word {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" if depth > 0 => depth -= 1,
                _ if depth > 0 => {}
                "if" | "else" | "lambda" => {}
                _ if DELIMITERS.contains(&word) => break,
                _ => {}
            }
            if depth == 0 && matches!(self.tokens.kind(at), Kind::Newline | Kind::End) {
                break;
            }
            // Two words in a row are two expressions.
            at += 1;
            if depth == 0 && self.ends_expression(at - 1) && self.starts_expression(at) {
                break;
            }
        }
        at
    }

    pub(super) fn parses(&self, from: usize, to: usize) -> Option<Expr> {
        let text = self
            .tokens
            .text
            .get(self.start(from) as usize..self.end(to.checked_sub(1)?) as usize)?;
        // In brackets, so that it may go on over lines.
        let parsed = ruff_python_parser::parse_expression(&format!("({text}\n)")).ok()?;
        Some(*parsed.into_syntax().body)
    }

    pub(super) fn line_end(&self, from: usize) -> usize {
        (from..self.tokens.list.len())
            .find(|&at| matches!(self.tokens.kind(at), Kind::Newline | Kind::End))
            .unwrap_or(from)
    }

    pub(super) fn in_import(&self) -> bool {
        matches!(self.word(self.statement()), "from" | "import")
    }

    /// The bracket that closes the call in which the parser stopped.
    pub(super) fn call_end(&self) -> usize {
        let level = self.level(self.at);
        (self.at..self.tokens.list.len())
            .find(|&at| self.word(at) == ")" && self.level(at) < level)
            .unwrap_or(self.at)
    }

    pub(super) fn is_comprehension(&self) -> bool {
        let end = self.line_end(self.at);
        (self.at..end).any(|at| self.word(at) == "for" && self.level(at) == self.level(self.at))
    }
}
