//! Tracebacks as CPython 3.11 prints them, carets included.

use std::rc::Rc;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use super::Vm;
use crate::lang::exception::Raised;
use crate::lang::objects::{Instance, TracebackEntry};
use crate::lang::{Exception, Value, compile};

impl Vm {
    /// The traceback of an exception that nothing caught, with those it came from, ending in a newline.
    pub fn format_exception(&mut self, exception: Exception) -> String {
        match exception.into_raised() {
            Raised::Budget(message) => format!("{message}\n"),
            raised => match self.instance_of(Exception::from_raised(raised)) {
                Ok(instance) => {
                    let mut out = String::new();
                    self.write_chain(&instance, &mut out, &mut Vec::new());
                    out
                }
                Err(_) => String::new(),
            },
        }
    }

    fn write_chain(
        &mut self,
        instance: &Rc<Instance>,
        out: &mut String,
        seen: &mut Vec<*const Instance>,
    ) {
        seen.push(Rc::as_ptr(instance));
        let Some(state) = instance.exception_state() else {
            return;
        };
        let (cause, context, suppress) = {
            let state = state.borrow();
            (
                state.cause.clone(),
                state.context.clone(),
                state.suppress_context,
            )
        };
        match (&cause, &context) {
            (Value::Instance(cause), _) if !seen.contains(&Rc::as_ptr(cause)) => {
                self.write_chain(cause, out, seen);
                out.push_str(
                    "\nThe above exception was the direct cause of the following exception:\n\n",
                );
            }
            (Value::None, Value::Instance(context))
                if !suppress && !seen.contains(&Rc::as_ptr(context)) =>
            {
                self.write_chain(context, out, seen);
                out.push_str(
                    "\nDuring handling of the above exception, another exception occurred:\n\n",
                );
            }
            _ => {}
        }
        let traceback = state.borrow().traceback.clone();
        if let Some(traceback) = traceback {
            let entries = traceback.entries.borrow();
            if !entries.is_empty() {
                out.push_str("Traceback (most recent call last):\n");
                write_entries(&entries, out);
            }
        }
        if self
            .types
            .exceptions
            .get("SyntaxError")
            .is_some_and(|class| instance.class.is_subclass_of(class))
        {
            self.write_syntax_place(instance, out);
        }
        out.push_str(&self.exception_line(instance));
        out.push('\n');
        let notes = instance
            .dict_if_any()
            .and_then(|dict| dict.get_str("__notes__"));
        if let Some(Value::List(notes)) = notes {
            for note in notes.to_vec() {
                if let Some(note) = note.as_str() {
                    out.push_str(note);
                    out.push('\n');
                }
            }
        }
    }

    /// `ValueError: invalid literal ...`
    pub fn exception_line(&mut self, instance: &Rc<Instance>) -> String {
        let module = instance.class.module();
        let name = match module.as_str() {
            "builtins" | "__main__" => instance.class.qualname().to_string(),
            module => format!("{module}.{}", instance.class.qualname()),
        };
        let is_syntax = self
            .types
            .exceptions
            .get("SyntaxError")
            .is_some_and(|class| instance.class.is_subclass_of(class));
        let args = instance
            .exception_state()
            .map(|state| state.borrow().args.clone());
        let text = match args {
            Some(Value::Tuple(items)) if is_syntax && items.len() == 2 => {
                items[0].as_str().unwrap_or("").to_string()
            }
            _ => self.outside_str(&Value::Instance(instance.clone())),
        };
        let suggestion = self.suggestion(instance);
        if text.is_empty() {
            format!("{name}{suggestion}")
        } else {
            format!("{name}: {text}{suggestion}")
        }
    }

    /// `str(value)` with nothing else running; what fails shows as CPython shows it.
    fn outside_str(&mut self, value: &Value) -> String {
        match self.finish_operation(|vm| vm.str(value), value.clone()) {
            Ok(text) => text,
            Err(_) => "<exception str() failed>".into(),
        }
    }

    /// Runs `str` of a value, with its Python code if it has some.
    fn finish_operation(
        &mut self,
        direct: impl FnOnce(&mut Vm) -> Result<String, Exception>,
        value: Value,
    ) -> Result<String, Exception> {
        match direct(self) {
            Err(exception) if exception.is_needs_python() => {
                self.question = None;
                let class = self.types.str.clone();
                let flow =
                    self.instantiate(&class, crate::lang::native::CallArgs::positional([value]));
                let text = self.run_flow(flow)?;
                Ok(text.as_str().unwrap_or("").to_string())
            }
            result => result,
        }
    }

    /// `  File "program.py", line 3` with the line and the caret.
    fn write_syntax_place(&mut self, instance: &Rc<Instance>, out: &mut String) {
        let args = instance
            .exception_state()
            .map(|state| state.borrow().args.clone());
        let Some(Value::Tuple(items)) = args else {
            return;
        };
        let Some(Value::Tuple(place)) = items.get(1).cloned() else {
            return;
        };
        let number = |index: usize| match place.get(index) {
            Some(Value::Int(value)) => *value,
            _ => 0,
        };
        let file = place
            .first()
            .and_then(|file| file.as_str().map(str::to_string))
            .unwrap_or_default();
        let text = place
            .get(3)
            .and_then(|text| text.as_str().map(str::to_string))
            .unwrap_or_default();
        let (line, offset, end_line, end_offset) = (number(1), number(2), number(4), number(5));
        out.push_str(&format!("  File \"{file}\", line {line}\n"));
        let stripped = text.trim_end_matches('\n');
        let bare = stripped.trim_start();
        if bare.is_empty() {
            return;
        }
        let indent = (stripped.chars().count() - bare.chars().count()) as i64;
        out.push_str(&format!("    {bare}\n"));
        let start = offset - 1 - indent;
        if start < 0 {
            return;
        }
        let length = bare.chars().count() as i64;
        let start = start.min(length);
        let end = if end_line == line {
            end_offset - 1 - indent
        } else {
            length
        };
        let width = (end - start).max(1) as usize;
        let before: String = bare
            .chars()
            .chain(std::iter::repeat(' '))
            .take(start as usize)
            .map(|letter| if letter == '\t' { '\t' } else { ' ' })
            .collect();
        out.push_str(&format!("    {before}{}\n", "^".repeat(width)));
    }
}

/// The frames, outermost first; a line that repeats more than three times is counted instead.
fn write_entries(entries: &[TracebackEntry], out: &mut String) {
    const SHOWN: usize = 3;
    let mut repeated = 0;
    let mut last: Option<(&str, u32, &str)> = None;
    for entry in entries.iter().rev() {
        let line = line_of(entry);
        let key = (
            entry.code.file.path.as_str(),
            line,
            entry.code.name.as_str(),
        );
        if last == Some(key) {
            repeated += 1;
        } else {
            write_repeats(repeated, SHOWN, out);
            repeated = 1;
            last = Some(key);
        }
        if repeated <= SHOWN {
            write_entry(entry, line, out);
        }
    }
    write_repeats(repeated, SHOWN, out);
}

fn write_repeats(repeated: usize, shown: usize, out: &mut String) {
    if repeated > shown {
        let more = repeated - shown;
        out.push_str(&format!(
            "  [Previous line repeated {more} more time{}]\n",
            if more == 1 { "" } else { "s" }
        ));
    }
}

fn line_of(entry: &TracebackEntry) -> u32 {
    let at = entry.at as usize;
    match entry.code.line(at) {
        0 => entry.code.lines[..at]
            .iter()
            .rev()
            .find(|&&line| line != 0)
            .copied()
            .unwrap_or(entry.code.first_line),
        line => line,
    }
}

fn write_entry(entry: &TracebackEntry, line: u32, out: &mut String) {
    let file = &entry.code.file;
    out.push_str(&format!(
        "  File \"{}\", line {line}, in {}\n",
        file.path, entry.code.name
    ));
    let text = file.line_text(line);
    let bare = text.trim();
    if bare.is_empty() {
        return;
    }
    out.push_str(&format!("    {bare}\n"));
    let Some(&(start, end)) = entry.code.spans.get(entry.at as usize) else {
        return;
    };
    let (start_line, start_column) = file.position(start);
    let (end_line, end_column) = file.position(end);
    if start_line != line || end == start {
        return;
    }
    let indent = text.len() - text.trim_start().len();
    let columns = |byte: usize| {
        text.get(indent..byte.max(indent))
            .map_or(0, |part| part.chars().count())
    };
    let from = columns(start_column as usize);
    let to = if end_line == line {
        columns(end_column as usize)
    } else {
        bare.chars().count()
    };
    if to <= from {
        return;
    }
    let anchors = if end_line == line {
        anchors_of(&file.text[start as usize..end as usize])
    } else {
        None
    };
    if anchors.is_none() && to - from == bare.chars().count() {
        return;
    }
    let carets = match anchors {
        Some((left, right)) => {
            let width = to - from;
            format!(
                "{}{}{}",
                "~".repeat(left),
                "^".repeat(right.min(width).saturating_sub(left)),
                "~".repeat(width.saturating_sub(right))
            )
        }
        None => "^".repeat(to - from),
    };
    out.push_str(&format!("    {}{carets}\n", " ".repeat(from)));
}

/// Where the operator or the brackets of an expression stand, in characters.
fn anchors_of(segment: &str) -> Option<(usize, usize)> {
    let tree = compile::parse(segment).ok()?;
    let [Stmt::Expr(statement)] = &tree[..] else {
        return None;
    };
    let chars = |byte: usize| segment.get(..byte).map_or(0, |part| part.chars().count());
    match &*statement.value {
        Expr::BinOp(binary) => {
            let (left, right) = (
                binary.left.range().end().to_usize(),
                binary.right.range().start().to_usize(),
            );
            let between = segment.get(left..right)?;
            let at = left + between.find(|c: char| !c.is_whitespace())?;
            let two = at + 1 < right
                && segment
                    .as_bytes()
                    .get(at + 1)
                    .is_some_and(|byte| !byte.is_ascii_whitespace());
            Some((chars(at), chars(at + if two { 2 } else { 1 })))
        }
        Expr::Subscript(subscript) => Some((
            chars(subscript.value.range().end().to_usize()),
            chars(subscript.slice.range().end().to_usize()) + 1,
        )),
        _ => None,
    }
}
