//! The text of a program, its syntax tree, and the way between byte offsets and the editor's places.

use ruff_python_ast::{ModModule, PySourceType, Stmt};
use ruff_python_parser::{Parsed, parse_unchecked_source};
use ruff_source_file::{LineIndex, OneIndexed, PositionEncoding, SourceLocation};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::session::protocol::{Diagnostic, Severity, Span, TextEdit};

/// Brackets nested deeper than this are an error in CPython too.
const MAX_NESTING: usize = 200;

/// A program's text with its syntax tree. The tree of a text with syntax errors holds what could be read.
pub struct Program {
    text: String,
    index: LineIndex,
    parsed: Parsed<ModModule>,
    too_deep: Option<TextSize>,
}

impl Program {
    pub fn new(text: impl Into<String>) -> Self {
        let text: String = text.into();
        let index = LineIndex::from_source_text(&text);
        let too_deep = nesting_beyond_limit(&text);
        let readable = if too_deep.is_some() { "" } else { &text };
        let parsed = parse_unchecked_source(readable, PySourceType::Python);
        Self {
            text,
            index,
            parsed,
            too_deep,
        }
    }

    pub fn text(&self) -> &str {
        &self.text
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

    pub fn slice(&self, range: TextRange) -> &str {
        self.text
            .get(range.start().to_usize()..range.end().to_usize())
            .unwrap_or("")
    }

    /// Line (from 1) of an offset.
    pub fn line(&self, offset: TextSize) -> u32 {
        to_u32(self.index.line_index(offset).get())
    }

    /// First and last line of a node.
    pub fn lines(&self, node: &impl Ranged) -> (u32, u32) {
        (self.line(node.start()), self.line(node.end()))
    }

    /// The text of a line (from 1), without its line break.
    pub fn line_text(&self, line: u32) -> &str {
        let Some(line) = OneIndexed::new(line as usize) else {
            return "";
        };
        if line.get() > self.index.line_count() {
            return "";
        }
        self.slice(self.index.line_range(line, &self.text))
            .trim_end_matches(['\n', '\r'])
    }

    /// The offset at which a line (from 1) begins.
    pub fn line_start(&self, line: u32) -> TextSize {
        self.offset(line, 0)
    }

    pub fn span(&self, range: TextRange) -> Span {
        let (line, column) = self.place(range.start());
        let (end_line, end_column) = self.place(range.end());
        Span {
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// A span without width at an offset.
    pub fn point(&self, offset: TextSize) -> Span {
        self.span(TextRange::empty(offset))
    }

    /// A line and a column in UTF-16 units.
    fn place(&self, offset: TextSize) -> (u32, u32) {
        let offset = floor_boundary(&self.text, offset);
        let place = self
            .index
            .source_location(offset, &self.text, PositionEncoding::Utf16);
        (
            to_u32(place.line.get()),
            to_u32(place.character_offset.to_zero_indexed()),
        )
    }

    /// The offset of a line and a UTF-16 column; the end of the text for a place beyond it.
    pub fn offset(&self, line: u32, column: u32) -> TextSize {
        let end = TextSize::of(self.text.as_str());
        let Some(line) = OneIndexed::new(line as usize) else {
            return TextSize::new(0);
        };
        if line.get() > self.index.line_count() {
            return end;
        }
        let character_offset = OneIndexed::from_zero_indexed(column as usize);
        let place = SourceLocation {
            line,
            character_offset,
        };
        self.index
            .offset(place, &self.text, PositionEncoding::Utf16)
            .min(end)
    }

    pub fn range(&self, span: &Span) -> TextRange {
        let start = self.offset(span.line, span.column);
        TextRange::new(
            start,
            self.offset(span.end_line, span.end_column).max(start),
        )
    }

    /// What the parser says against the text.
    pub fn syntax_diagnostics(&self) -> Vec<Diagnostic> {
        let error = |span, message: String| Diagnostic {
            severity: Severity::Error,
            span,
            message: format!("SyntaxError: {message}"),
            because: String::new(),
            repairs: Vec::new(),
        };
        if let Some(offset) = self.too_deep {
            return vec![error(
                self.point(offset),
                "too many nested parentheses".into(),
            )];
        }
        self.parsed
            .errors()
            .iter()
            .map(|e| error(self.span(e.location), e.error.to_string()))
            .collect()
    }

    /// The text after edits. Edits that overlap are applied as far as they don't.
    pub fn with_edits(&self, edits: &[TextEdit]) -> String {
        let mut ranges: Vec<(TextRange, &str)> = edits
            .iter()
            .map(|edit| (self.range(&edit.span), edit.text.as_str()))
            .collect();
        ranges.sort_by_key(|(range, _)| (range.start(), range.end()));
        let mut text = String::with_capacity(self.text.len());
        let mut from = TextSize::new(0);
        for (range, new) in ranges {
            if range.start() < from {
                continue;
            }
            text.push_str(self.slice(TextRange::new(from, range.start())));
            text.push_str(new);
            from = range.end();
        }
        text.push_str(self.slice(TextRange::new(from, TextSize::of(self.text.as_str()))));
        text
    }
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn floor_boundary(text: &str, offset: TextSize) -> TextSize {
    let at = text.floor_char_boundary(offset.to_usize().min(text.len()));
    TextSize::try_from(at).unwrap_or_default()
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
