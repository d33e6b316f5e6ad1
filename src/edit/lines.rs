//! The way between byte offsets of a text and the editor's places: lines from 1, columns from 0 in UTF-16 units.

use ruff_source_file::{LineIndex, OneIndexed, PositionEncoding, SourceLocation};
use ruff_text_size::{TextRange, TextSize};

use crate::session::protocol::Span;

/// A text with its lines.
pub struct Lines {
    text: String,
    index: LineIndex,
}

impl Lines {
    pub fn new(text: String) -> Self {
        let index = LineIndex::from_source_text(&text);
        Self { text, index }
    }

    pub fn text(&self) -> &str {
        &self.text
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

    /// The text of a line (from 1), without its line break.
    pub fn line_text(&self, line: u32) -> &str {
        match self.one_indexed(line) {
            Some(line) => self
                .slice(self.index.line_range(line, &self.text))
                .trim_end_matches(['\n', '\r']),
            None => "",
        }
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

    /// The span of a byte range, as frames tell it.
    pub fn span_of_bytes(&self, (start, end): (u32, u32)) -> Span {
        let start = TextSize::new(start);
        self.span(TextRange::new(start, TextSize::new(end).max(start)))
    }

    /// A span without width at an offset.
    pub fn point(&self, offset: TextSize) -> Span {
        self.span(TextRange::empty(offset))
    }

    fn place(&self, offset: TextSize) -> (u32, u32) {
        let at = self
            .text
            .floor_char_boundary(offset.to_usize().min(self.text.len()));
        let offset = TextSize::try_from(at).unwrap_or_default();
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
        let Some(line) = self.one_indexed(line) else {
            return if line == 0 { TextSize::new(0) } else { end };
        };
        let character_offset = OneIndexed::from_zero_indexed(column as usize);
        let place = SourceLocation {
            line,
            character_offset,
        };
        // Columns are counted without trust in them: the index adds them up as offsets in plain ASCII texts.
        if column > end.to_u32() {
            return end;
        }
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

    fn one_indexed(&self, line: u32) -> Option<OneIndexed> {
        OneIndexed::new(line as usize).filter(|line| line.get() <= self.index.line_count())
    }
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
