//! The text of a program with its syntax tree.

use ruff_python_ast::{ModModule, PySourceType, Stmt};
use ruff_python_parser::{Parsed, parse_unchecked_source};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::lines::Lines;
use crate::session::protocol::TextEdit;

/// Brackets nested deeper than this are an error in CPython too.
const MAX_NESTING: usize = 200;

/// A program's text with its syntax tree. The tree of a text with syntax errors holds what could be read.
pub struct Program {
    lines: Lines,
    parsed: Parsed<ModModule>,
    too_deep: Option<TextSize>,
}

impl std::ops::Deref for Program {
    type Target = Lines;
    fn deref(&self) -> &Lines {
        &self.lines
    }
}

impl Program {
    pub fn new(text: impl Into<String>) -> Self {
        let lines = Lines::new(text.into());
        let too_deep = nesting_beyond_limit(lines.text());
        let readable = if too_deep.is_some() { "" } else { lines.text() };
        let parsed = parse_unchecked_source(readable, PySourceType::Python);
        Self {
            lines,
            parsed,
            too_deep,
        }
    }

    /// The statements of the module.
    pub fn body(&self) -> &[Stmt] {
        &self.parsed.syntax().body
    }

    pub fn is_valid(&self) -> bool {
        self.too_deep.is_none() && self.parsed.has_valid_syntax()
    }

    /// The text of a node.
    pub fn source(&self, node: &impl Ranged) -> &str {
        self.slice(node.range())
    }

    /// The last line of the simple statement that begins in a line; the line itself where none begins.
    pub fn statement_end(&self, line: u32) -> u32 {
        let statements = super::phase::all_statements(self.body());
        let simple = |stmt: &&Stmt| {
            matches!(
                stmt,
                Stmt::Assign(_) | Stmt::AugAssign(_) | Stmt::AnnAssign(_) | Stmt::Expr(_)
            )
        };
        let here = statements
            .into_iter()
            .find(|stmt| self.line(stmt.start()) == line && simple(stmt));
        here.map_or(line, |stmt| self.line(stmt.end()))
    }

    /// First and last line of a node.
    pub fn lines(&self, node: &impl Ranged) -> (u32, u32) {
        (self.line(node.start()), self.line(node.end()))
    }

    /// The text after edits. Edits that overlap are applied as far as they don't.
    pub fn with_edits(&self, edits: &[TextEdit]) -> String {
        let mut ranges: Vec<(TextRange, &str)> = edits
            .iter()
            .map(|edit| (self.range(&edit.span), edit.text.as_str()))
            .collect();
        ranges.sort_by_key(|(range, _)| (range.start(), range.end()));
        let mut text = String::with_capacity(self.text().len());
        let mut from = TextSize::new(0);
        for (range, new) in ranges {
            if range.start() < from {
                continue;
            }
            text.push_str(self.slice(TextRange::new(from, range.start())));
            text.push_str(new);
            from = range.end();
        }
        text.push_str(self.slice(TextRange::new(from, TextSize::of(self.text()))));
        text
    }
}

/// The offset of the first bracket that nests too deep. Counts brackets without knowing strings: a text that trips
/// over this without being too deep would need 200 brackets inside strings that never close.
fn nesting_beyond_limit(text: &str) -> Option<TextSize> {
    let mut depth = 0usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_NESTING {
            return TextSize::try_from(at).ok();
        }
    }
    None
}
