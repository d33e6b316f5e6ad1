//! CPython's rules for common mistakes, by the words around the place where the parser stopped.

use ruff_python_ast::Expr;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseErrorType};
use ruff_text_size::TextRange;

use super::super::SyntaxError;
use super::super::syntax::kind_of;
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

struct Rules<'a> {
    tokens: &'a Tokens<'a>,
    /// The token at which the parser stopped.
    at: usize,
}

impl Rules<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    fn start(&self, at: usize) -> u32 {
        self.tokens
            .list
            .get(at)
            .map_or(self.tokens.text.len(), |token| token.start) as u32
    }

    fn end(&self, at: usize) -> u32 {
        self.tokens
            .list
            .get(at)
            .map_or(self.tokens.text.len(), |token| token.end) as u32
    }

    fn level(&self, at: usize) -> usize {
        self.tokens.list.get(at).map_or(0, |token| token.level)
    }

    fn spanning(&self, message: impl Into<String>, from: u32, to: u32) -> SyntaxError {
        SyntaxError::new(message, TextRange::new(from.into(), to.max(from).into()))
    }

    fn whole_token(&self, message: impl Into<String>, at: usize) -> SyntaxError {
        self.spanning(message, self.start(at), self.end(at))
    }

    /// One caret at the beginning of a token.
    fn at_token(&self, message: impl Into<String>, at: usize) -> SyntaxError {
        self.spanning(message, self.start(at), self.start(at))
    }

    fn is_keyword(&self, at: usize) -> bool {
        KEYWORDS.contains(&self.word(at))
    }

    fn starts_expression(&self, at: usize) -> bool {
        match self.tokens.kind(at) {
            Kind::Name => {
                !self.is_keyword(at) || matches!(self.word(at), "not" | "lambda" | "await")
            }
            Kind::Number | Kind::Text => true,
            Kind::Op => matches!(self.word(at), "{" | "~" | "..."),
            _ => false,
        }
    }

    fn ends_expression(&self, at: usize) -> bool {
        match self.tokens.kind(at) {
            Kind::Name => !self.is_keyword(at),
            Kind::Number | Kind::Text => true,
            Kind::Op => matches!(self.word(at), ")" | "]" | "}" | "..."),
            _ => false,
        }
    }

    /// The first token of the statement.
    fn statement(&self) -> usize {
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
    fn expression_before(&self, end: usize) -> usize {
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
    fn expression_after(&self, start: usize) -> usize {
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

    fn parses(&self, from: usize, to: usize) -> Option<Expr> {
        let text = self
            .tokens
            .text
            .get(self.start(from) as usize..self.end(to.checked_sub(1)?) as usize)?;
        // In brackets, so that it may go on over lines.
        let parsed = ruff_python_parser::parse_expression(&format!("({text}\n)")).ok()?;
        Some(*parsed.into_syntax().body)
    }

    /// Mistakes that the parser has a name for.
    fn known(&self, error: &ParseErrorType, range: TextRange) -> Option<SyntaxError> {
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

    /// The f-string or text around a place that is within one.
    fn in_text(&self, range: TextRange) -> bool {
        let place = range.start().to_usize();
        self.tokens
            .list
            .iter()
            .any(|token| token.kind == Kind::Text && token.start < place && place < token.end)
    }

    fn after_text(&self, range: TextRange) -> usize {
        let place = range.start().to_usize();
        let text = self
            .tokens
            .list
            .iter()
            .position(|token| token.kind == Kind::Text && place <= token.end);
        text.map_or(self.at, |text| text + 1)
    }

    fn inside_text(&self, range: TextRange, error: &ParseErrorType) -> SyntaxError {
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

    fn line_end(&self, from: usize) -> usize {
        (from..self.tokens.list.len())
            .find(|&at| matches!(self.tokens.kind(at), Kind::Newline | Kind::End))
            .unwrap_or(from)
    }

    fn in_import(&self) -> bool {
        matches!(self.word(self.statement()), "from" | "import")
    }

    /// The bracket that closes the call in which the parser stopped.
    fn call_end(&self) -> usize {
        let level = self.level(self.at);
        (self.at..self.tokens.list.len())
            .find(|&at| self.word(at) == ")" && self.level(at) < level)
            .unwrap_or(self.at)
    }

    /// `expected an indented block after 'if' statement on line 3`
    fn missing_block(&self) -> SyntaxError {
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

    fn assignment_target(&self, range: TextRange) -> SyntaxError {
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

    fn is_comprehension(&self) -> bool {
        let end = self.line_end(self.at);
        (self.at..end).any(|at| self.word(at) == "for" && self.level(at) == self.level(self.at))
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
