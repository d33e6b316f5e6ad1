//! The text that code comes from.

use std::borrow::Cow;
use std::cell::OnceCell;

/// A file: what it is called, its text, and where its lines start.
pub struct SourceFile {
    pub path: String,
    pub text: Cow<'static, str>,
    starts: OnceCell<Vec<u32>>,
    /// The learner's own, not the library's.
    pub is_program: bool,
}

impl SourceFile {
    pub fn new(
        path: impl Into<String>,
        text: impl Into<Cow<'static, str>>,
        is_program: bool,
    ) -> SourceFile {
        SourceFile {
            path: path.into(),
            text: text.into(),
            starts: OnceCell::new(),
            is_program,
        }
    }

    fn starts(&self) -> &[u32] {
        self.starts.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(at, _)| at);
            std::iter::once(0)
                .chain(ends.map(|at| at as u32 + 1))
                .collect()
        })
    }

    /// The line, counted from 1, of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts().partition_point(|&start| start <= offset) as u32
    }

    /// Line from 1 and byte column from 0.
    pub fn position(&self, offset: u32) -> (u32, u32) {
        let line = self.line(offset);
        (line, offset - self.starts()[line as usize - 1])
    }

    /// The text of a line, without its end.
    pub fn line_text(&self, line: u32) -> &str {
        let Some(&start) = (line as usize)
            .checked_sub(1)
            .and_then(|at| self.starts().get(at))
        else {
            return "";
        };
        let end = self
            .starts()
            .get(line as usize)
            .map_or(self.text.len(), |&end| end as usize);
        self.text
            .get(start as usize..end)
            .unwrap_or("")
            .trim_end_matches(['\n', '\r'])
    }
}
