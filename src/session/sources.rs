//! The texts that frames stand in: the program and the library's files.

use std::collections::HashMap;
use std::rc::Rc;

use crate::edit::{Lines, Program};
use crate::session::protocol::Span;

/// Texts by the name that frames give their file.
pub struct Sources {
    program: Rc<Program>,
    name: String,
    library: HashMap<String, Rc<Lines>>,
}

impl Sources {
    pub fn new(name: &str, program: Rc<Program>) -> Self {
        Self {
            program,
            name: name.to_string(),
            library: HashMap::new(),
        }
    }

    /// The span of a frame's byte range.
    pub fn span(&mut self, file: &str, is_program: bool, bytes: (u32, u32)) -> Span {
        if is_program || file == self.name {
            return self.program.span_of_bytes(bytes);
        }
        match self.lines(file) {
            Some(lines) => lines.span_of_bytes(bytes),
            None => Span::default(),
        }
    }

    /// The text of a library file.
    pub fn text(&mut self, file: &str) -> Option<String> {
        if file == self.name {
            return Some(self.program.text().to_string());
        }
        self.lines(file).map(|lines| lines.text().to_string())
    }

    fn lines(&mut self, file: &str) -> Option<Rc<Lines>> {
        if let Some(lines) = self.library.get(file) {
            return Some(lines.clone());
        }
        let text = crate::library::text(file)?;
        let lines = Rc::new(Lines::new(text.to_string()));
        self.library.insert(file.to_string(), lines.clone());
        Some(lines)
    }
}
