//! Mistakes that the parser names: CPython's words for them.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseErrorType};
use ruff_text_size::TextRange;

use super::super::SyntaxError;
use super::super::syntax::kind_of;
use super::reading::Rules;
use super::tokens::Kind;

impl Rules<'_> {
    /// Mistakes that the parser has a name for.
    pub(super) fn known(&self, error: &ParseErrorType, range: TextRange) -> Option<SyntaxError> {
        let found = &self.tokens.text[range];
        let spanning = |message: &str| Some(SyntaxError::new(message, range));
        match error {
            ParseErrorType::UnexpectedIndentation => Some(SyntaxError {
                kind: "IndentationError",
                has_caret: false,
                ..self.at_token("unexpected indent", self.at)
            }),
            ParseErrorType::OtherError(other)
                if other.starts_with("Expected an indented block") =>
            {
                Some(self.missing_block())
            }
            ParseErrorType::OtherError(other)
                if other.starts_with("Expected `except` or `finally`") =>
            {
                Some(self.at_token("expected 'except' or 'finally' block", self.at))
            }
            ParseErrorType::OtherError(other)
                if other.starts_with("Trailing comma not allowed") && self.in_import() =>
            {
                Some(self.at_token(
                    "trailing comma not allowed without surrounding parentheses",
                    self.line_end(self.at),
                ))
            }
            ParseErrorType::OtherError(other)
                if other.contains("cannot be mixed with non-bytes") =>
            {
                Some(self.at_token(
                    "cannot mix bytes and nonbytes literals",
                    self.line_end(self.at),
                ))
            }
            ParseErrorType::OtherError(other)
                if other.starts_with("Trailing comma not allowed") =>
            {
                Some(self.whole_token("invalid syntax", self.at + 1))
            }
            ParseErrorType::OtherError(other) if other.starts_with("Star import") => {
                Some(self.whole_token(
                    "invalid syntax",
                    self.at + usize::from(self.word(self.at) == "("),
                ))
            }
            ParseErrorType::OtherError(other)
                if other.to_lowercase().contains("starred expression") =>
            {
                let after = self.expression_after(self.at + 1);
                spanning(match self.word(after) {
                    "for" => "iterable unpacking cannot be used in comprehension",
                    _ => "can't use starred expression here",
                })
            }
            ParseErrorType::UnparenthesizedTupleExpression if !self.is_comprehension() => {
                let comma = (self.at..self.line_end(self.at))
                    .find(|&at| self.word(at) == "," && self.level(at) == self.level(self.at));
                comma.map(|comma| self.whole_token("invalid syntax", comma))
            }
            ParseErrorType::InvalidAnnotatedAssignmentTarget => Some(match kind_of(found) {
                kind @ "tuple" if !found.starts_with('(') => self.at_token(
                    format!("only single target (not {kind}) can be annotated"),
                    self.at,
                ),
                kind @ ("tuple" | "list") => SyntaxError::new(
                    format!("only single target (not {kind}) can be annotated"),
                    range,
                ),
                _ => SyntaxError::new("illegal target for annotation", range),
            }),
            ParseErrorType::OtherError(other) if other.starts_with("Only single target") => {
                let kind = if other.contains("tuple") {
                    "tuple"
                } else {
                    "list"
                };
                let message = format!("only single target (not {kind}) can be annotated");
                Some(match kind {
                    "tuple" if !found.starts_with('(') => self.at_token(message, self.at),
                    _ => SyntaxError::new(message, range),
                })
            }
            ParseErrorType::PositionalAfterKeywordArgument => Some(self.at_token(
                "positional argument follows keyword argument",
                self.call_end(),
            )),
            ParseErrorType::PositionalAfterKeywordUnpacking => Some(self.at_token(
                "positional argument follows keyword argument unpacking",
                self.call_end(),
            )),
            ParseErrorType::InvalidArgumentUnpackingOrder => Some(self.at_token(
                "iterable argument unpacking follows keyword argument unpacking",
                self.at,
            )),
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                spanning("non-default argument follows default argument")
            }
            ParseErrorType::ExpectedKeywordParam => {
                Some(self.at_token("named arguments must follow bare *", self.at))
            }
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                spanning("Generator expression must be parenthesized")
            }
            ParseErrorType::IterableUnpackingInComprehension => {
                spanning("iterable unpacking cannot be used in comprehension")
            }
            ParseErrorType::InvalidNamedAssignmentTarget => spanning(&format!(
                "cannot use assignment expressions with {}",
                kind_of(found)
            )),
            ParseErrorType::InvalidAssignmentTarget => Some(self.assignment_target(range)),
            ParseErrorType::InvalidDeleteTarget => {
                spanning(&format!("cannot delete {}", kind_of(found)))
            }
            ParseErrorType::InvalidAugmentedAssignmentTarget => spanning(&format!(
                "'{}' is an illegal expression for augmented assignment",
                kind_of(found)
            )),
            ParseErrorType::ExpectedToken {
                expected: TokenKind::Lpar,
                ..
            } => Some(self.whole_token("expected '('", self.at)),
            ParseErrorType::FStringError(inner)
            | ParseErrorType::Lexical(LexicalErrorType::FStringError(inner)) => {
                let place = range.start().to_usize();
                let goes_on =
                    self.tokens.text[place..].starts_with(|letter: char| letter.is_alphanumeric());
                let words = match inner {
                    InterpolatedStringErrorType::UnclosedLbrace if goes_on => {
                        "f-string: invalid syntax. Perhaps you forgot a comma?"
                    }
                    InterpolatedStringErrorType::SingleRbrace => {
                        "f-string: single '}' is not allowed"
                    }
                    InterpolatedStringErrorType::InvalidConversionFlag => {
                        "f-string: invalid conversion character: expected 's', 'r', or 'a'"
                    }
                    _ => "f-string: expecting '}'",
                };
                Some(self.at_token(words, self.after_text(range)))
            }
            _ if self.in_text(range) => Some(self.inside_text(range, error)),
            _ => None,
        }
    }

    /// `expected an indented block after 'if' statement on line 3`
    pub(super) fn missing_block(&self) -> SyntaxError {
        let mut before = self.at;
        while before > 0
            && matches!(
                self.tokens.kind(before - 1),
                Kind::Newline | Kind::Dedent | Kind::Indent
            )
        {
            before -= 1;
        }
        let head = Rules {
            tokens: self.tokens,
            at: before.saturating_sub(1),
        }
        .statement();
        let line = self.tokens.line_of(self.start(head) as usize);
        let what = match self.word(head) {
            "def" => "function definition".to_string(),
            "async" => "function definition".to_string(),
            "class" => "class definition".to_string(),
            word => format!("'{word}' statement"),
        };
        let at_end = (self.at..self.tokens.list.len()).all(|at| {
            matches!(
                self.tokens.kind(at),
                Kind::Newline | Kind::Dedent | Kind::End
            )
        });
        let place = if at_end {
            before.saturating_sub(1)
        } else {
            self.at
        };
        SyntaxError {
            kind: "IndentationError",
            has_caret: !at_end,
            ..self.at_token(
                format!("expected an indented block after {what} on line {line}"),
                place,
            )
        }
    }

    pub(super) fn assignment_target(&self, range: TextRange) -> SyntaxError {
        let found = &self.tokens.text[range];
        let kind = kind_of(found);
        let first = self.word(self.statement());
        let bare = matches!(kind, "comparison" | "lambda" | "None" | "True" | "False");
        let conditional = kind == "conditional expression"
            && !self.tokens.text[..range.start().to_usize()]
                .trim_end()
                .ends_with('(');
        let level = self.level(self.at);
        let opened = (0..self.at)
            .rev()
            .find(|&at| self.level(at) < level)
            .unwrap_or(0);
        let closed = (self.at..self.tokens.list.len())
            .find(|&at| self.level(at) < level)
            .unwrap_or(self.at);
        let inner =
            level > 0 && (opened..closed).any(|at| self.word(at) == "," && self.level(at) == level);
        let chained = matches!(self.word(self.at.wrapping_sub(1)), "=" | "for");
        if bare
            || conditional
            || inner
            || chained
            || matches!(first, "for" | "with")
            || found.starts_with("not ")
        {
            return SyntaxError::new(format!("cannot assign to {kind}"), range);
        }
        SyntaxError::new(
            format!("cannot assign to {kind} here. Maybe you meant '==' instead of '='?"),
            range,
        )
    }
}
