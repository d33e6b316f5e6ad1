//! CPython's rules for common mistakes, by the words around the place where the parser stopped.

use ruff_python_ast::Expr;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::ParseErrorType;
use ruff_text_size::TextRange;

use super::super::SyntaxError;
use super::super::syntax::kind_of;
use super::reading::Rules;
use super::tokens::{Kind, Tokens};

pub fn complaint(
    tokens: &Tokens,
    at: usize,
    error: &ParseErrorType,
    range: TextRange,
) -> SyntaxError {
    let rules = Rules { tokens, at };
    rules
        .known(error, range)
        .or_else(|| rules.print_statement())
        .or_else(|| rules.equals_sign())
        .or_else(|| rules.augmented_tuple())
        .or_else(|| rules.ternary_without_else())
        .or_else(|| rules.dict_display())
        .or_else(|| rules.comprehension_target())
        .or_else(|| rules.parameter_in_brackets())
        .or_else(|| rules.missing_colon(error))
        .or_else(|| rules.missing_comma())
        .unwrap_or_else(|| rules.whole_token("invalid syntax", at))
}

impl Rules<'_> {
    /// `print "hello"`
    fn print_statement(&self) -> Option<SyntaxError> {
        let first = self.statement();
        let word = self.word(first);
        let applies = matches!(word, "print" | "exec")
            && self.at == first + 1
            && self.starts_expression(self.at);
        applies.then(|| {
            let end = (self.at..)
                .find(|&at| {
                    matches!(self.tokens.kind(at), Kind::Newline | Kind::End)
                        || self.word(at) == ";"
                })
                .unwrap_or(self.at);
            self.spanning(
                format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?"),
                self.start(first),
                self.end(end - 1),
            )
        })
    }

    /// A `=` where only `==` makes sense: in a condition or an argument.
    fn equals_sign(&self) -> Option<SyntaxError> {
        // The parser may complain about the name before it.
        if self.word(self.at.wrapping_sub(1)) == "="
            && matches!(self.word(self.at), "," | ")")
            && self.word(self.statement()) == "def"
        {
            return Some(self.at_token("expected default value expression", self.at - 1));
        }
        let at = [self.at, self.at + 1]
            .into_iter()
            .find(|&at| self.word(at) == "=");
        let at = at.or_else(|| {
            let after = self.expression_after(self.at);
            (self.word(after) == "=").then_some(after)
        })?;
        let start = self.expression_before(at);
        if start == at || !self.ends_expression(at - 1) {
            return None;
        }
        let target = self.parses(start, at)?;
        let in_call = self.level(at) > 0 && matches!(self.word(start.wrapping_sub(1)), "(" | ",");
        if self.word(self.statement()) == "def" {
            return None;
        }
        if in_call {
            return Some(match self.word(start) {
                word @ ("None" | "True" | "False") if start + 1 == at => self.spanning(
                    format!("cannot assign to {word}"),
                    self.start(start),
                    self.end(at),
                ),
                _ if matches!(target, Expr::Name(_)) => return None,
                _ => self.spanning(
                    "expression cannot contain assignment, perhaps you meant \"==\"?",
                    self.start(start),
                    self.end(at),
                ),
            });
        }
        if !matches!(self.word(self.statement()), "if" | "elif" | "while") {
            return None;
        }
        let end = self.expression_after(at + 1);
        self.parses(at + 1, end)?;
        Some(match target {
            Expr::Name(_) => self.spanning(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                self.start(start),
                self.end(end - 1),
            ),
            _ => self.spanning(
                format!(
                    "cannot assign to {} here. Maybe you meant '==' instead of '='?",
                    kind_of(
                        &self.tokens.text[self.start(start) as usize..self.end(at - 1) as usize]
                    )
                ),
                self.start(start),
                self.end(at - 1),
            ),
        })
    }

    /// `a, b += 1`
    fn augmented_tuple(&self) -> Option<SyntaxError> {
        let word = self.word(self.at);
        let applies = word.len() >= 2
            && word.ends_with('=')
            && !matches!(word, "==" | "!=" | "<=" | ">=" | ":=");
        if !applies || self.tokens.kind(self.at) != Kind::Op {
            return None;
        }
        let first = self.statement();
        let kind =
            kind_of(&self.tokens.text[self.start(first) as usize..self.start(self.at) as usize]);
        Some(self.spanning(
            format!("'{kind}' is an illegal expression for augmented assignment"),
            self.start(first),
            self.end(self.at - 1),
        ))
    }

    /// `1 if x`
    fn ternary_without_else(&self) -> Option<SyntaxError> {
        if matches!(self.word(self.at), "else" | ":")
            || !self.ends_expression(self.at.checked_sub(1)?)
        {
            return None;
        }
        let test = self.expression_before(self.at);
        let before = test.checked_sub(1)?;
        if self.word(before) != "if" || before == self.statement() {
            return None;
        }
        let value = self.expression_before(before);
        // `if` of a comprehension stands after another one or after what is gone through.
        let comes_from = self.word(value.wrapping_sub(1));
        if value == before || matches!(comes_from, "in" | "if" | "for") {
            return None;
        }
        Some(self.spanning(
            "expected 'else' after 'if' expression",
            self.start(value),
            self.end(self.at - 1),
        ))
    }

    /// A key without a value.
    fn dict_display(&self) -> Option<SyntaxError> {
        let before = self.at.checked_sub(1)?;
        if !matches!(self.word(self.at), "}" | ",") || self.level(before) == 0 {
            return None;
        }
        if self.word(before) == ":" {
            return Some(self.at_token("expression expected after dictionary key and ':'", before));
        }
        let key = self.expression_before(self.at);
        let follows_pair = self.word(key.wrapping_sub(1)) == "," && self.ends_expression(before);
        follows_pair.then(|| {
            let place = self.end(before) - 1;
            self.spanning("':' expected after dictionary key", place, place)
        })
    }

    /// `def f((a, b)):`
    fn parameter_in_brackets(&self) -> Option<SyntaxError> {
        let applies = self.word(self.at) == "("
            && self.level(self.at) == 1
            && self.word(self.statement()) == "def";
        let closed = (self.at + 1..self.tokens.list.len())
            .find(|&at| self.word(at) == ")" && self.level(at) == 1)?;
        applies.then(|| {
            self.spanning(
                "Function parameters cannot be parenthesized",
                self.start(self.at),
                self.end(closed),
            )
        })
    }

    /// `[x, y for x, y in z]`
    fn comprehension_target(&self) -> Option<SyntaxError> {
        if self.word(self.at) != "for" || self.level(self.at) == 0 {
            return None;
        }
        let level = self.level(self.at);
        let opened = (0..self.at).rev().find(|&at| self.level(at) < level)?;
        let has_comma = (opened..self.at).any(|at| self.word(at) == "," && self.level(at) == level);
        (has_comma && matches!(self.word(opened), "[" | "{")).then(|| {
            self.spanning(
                "did you forget parentheses around the comprehension target?",
                self.start(opened + 1),
                self.end(self.at - 1),
            )
        })
    }

    fn missing_colon(&self, error: &ParseErrorType) -> Option<SyntaxError> {
        let expected = matches!(
            error,
            ParseErrorType::ExpectedToken {
                expected: TokenKind::Colon,
                ..
            }
        );
        let first = self.word(self.statement());
        let is_head = matches!(
            first,
            "if" | "elif"
                | "else"
                | "for"
                | "while"
                | "try"
                | "except"
                | "finally"
                | "with"
                | "def"
                | "class"
                | "match"
                | "case"
                | "async"
        );
        // CPython asks for the colon only where nothing else could have followed.
        let could_go_on = !matches!(first, "else" | "try" | "finally")
            && self.tokens.kind(self.at) != Kind::Newline
            && !self.ends_expression(self.at);
        let asks = expected && is_head && !could_go_on;
        (asks && self.level(self.at) == 0).then(|| self.whole_token("expected ':'", self.at))
    }

    /// Two expressions in a row in brackets.
    fn missing_comma(&self) -> Option<SyntaxError> {
        let before = self.at.checked_sub(1)?;
        if self.level(self.at) == 0
            || !self.ends_expression(before)
            || !self.starts_expression(self.at)
        {
            return None;
        }
        if matches!(
            self.word(self.statement()),
            "def" | "class" | "import" | "from"
        ) {
            return None;
        }
        let (first, end) = (
            self.expression_before(self.at),
            self.expression_after(self.at),
        );
        let prefix = self.tokens.kind(first) == Kind::Name
            && self.tokens.kind(first + 1) == Kind::Text
            && first + 1 == self.at;
        if prefix || first == self.at {
            return None;
        }
        self.parses(first, self.at)?;
        self.parses(self.at, end)?;
        Some(self.spanning(
            "invalid syntax. Perhaps you forgot a comma?",
            self.start(first),
            self.end(end - 1),
        ))
    }
}
