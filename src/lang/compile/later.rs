//! The body of a function of the library, compiled when the function is first called: most never are.
//!
//! The function is compiled alone, in a text of the same length in which a comment stands for all that is before it, so
//! that every place in it is the place in the file. Nothing else of the file matters to it: a name that a function
//! outside of functions does not bind is global, and what its classes are called is in its qualified name.

use std::rc::Rc;

use super::{file_of, syntax};
use crate::lang::Value;
use crate::lang::code::{Body, Code, CodeKind};

/// Whether the function's body can be compiled without what is around it.
pub fn stands_alone(code: &Code) -> bool {
    code.kind == CodeKind::Function && !code.qualname.contains("<locals>")
}

/// Compiles the body of a function that [`stands_alone`] in a text that compiled as a whole before.
pub fn body_of(code: &Code) -> Body {
    let text = alone(&code.file.text, code.range, &code.qualname);
    syntax::parse(&text)
        .and_then(|tree| file_of(&code.file, &tree))
        .ok()
        .and_then(|file| body_at(file, code.range))
        .expect("a function of the library compiles alone as it did in its file")
}

/// The function and nothing else: its lines, below the headers of its classes and a comment.
fn alone(text: &str, (start, end): (u32, u32), qualname: &str) -> String {
    let (before, rest) = text.split_at(start as usize);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let mut headers: String = qualname
        .rsplit('.')
        .skip(1)
        .collect::<Vec<_>>()
        .iter()
        .rev()
        .enumerate()
        .map(|(depth, class)| format!("{:depth$}class {class}:\n", ""))
        .collect();
    if headers.is_empty() && line < before.len() {
        headers = "if 1:\n".into();
    }
    let mut alone = "#".repeat(line.saturating_sub(headers.len() + 1));
    if line > headers.len() {
        alone.push('\n');
    }
    alone.push_str(&headers);
    alone.push_str(&before[line..]);
    alone.push_str(&rest[..(end - start) as usize]);
    alone.push('\n');
    alone
}

fn body_at(code: Code, range: (u32, u32)) -> Option<Body> {
    if code.range == range && code.kind == CodeKind::Function {
        return code.into_body();
    }
    let constants = code.into_body()?.constants;
    constants.into_iter().find_map(|constant| match constant {
        Value::Code(inner) => body_at(Rc::try_unwrap(inner).ok()?, range),
        _ => None,
    })
}
