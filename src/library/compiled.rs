//! The library compiled beforehand: `cargo xtask build` has this written before it builds the engine of the page, which
//! then imports torch without parsing it.

use std::path::Path;
use std::rc::Rc;
use std::{fs, io};

use super::{FILES, STAMP};
use crate::lang::code::{SourceFile, stored};
use crate::lang::compile;

/// Writes the code of every file into a folder, and the stamp that says what it was made of.
///
/// # Errors
/// Those of the disk, and a file of the library that is no Python.
pub fn write(folder: &Path) -> io::Result<()> {
    for (path, text) in FILES {
        let code = of(path, text).map_err(io::Error::other)?;
        let file = folder.join(path).with_extension("code");
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(file, code)?;
    }
    fs::write(folder.join("stamp"), STAMP)
}

/// The code of one file, as the page's engine reads it.
///
/// # Errors
/// What the compiler says.
pub fn of(path: &str, text: &'static str) -> Result<Vec<u8>, String> {
    let file = Rc::new(SourceFile::new(path, text, false));
    let code = compile::module(&file).map_err(|error| format!("{path}: {}", error.message))?;
    stored::write(&code).ok_or_else(|| format!("{path}: a constant cannot be stored"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Value;
    use crate::lang::code::{Code, CodeKind};

    /// Every file, every class, every function: what is read back is what is compiled, and a body that is compiled later
    /// is the one that is compiled with its file.
    #[test]
    fn what_is_stored_is_what_is_compiled() {
        let mut functions = 0;
        for (path, text) in FILES {
            let file = Rc::new(SourceFile::new(*path, *text, false));
            let compiled = compile::module(&file).expect("the library is Python");
            let bytes = of(path, text).expect("the library can be stored");
            let read = stored::read(&bytes, &file).expect("what was written can be read");
            same_code(&read, &compiled, path, &mut functions);
        }
        assert!(functions > 3000, "{functions}");
    }

    fn same_code(read: &Code, compiled: &Code, place: &str, functions: &mut usize) {
        let place = format!("{place}: {}", compiled.qualname);
        *functions += usize::from(compiled.kind == CodeKind::Function);
        assert_eq!(heading(read), heading(compiled), "{place}");
        assert_eq!(read.ops, compiled.ops, "{place}");
        assert_eq!(read.lines, compiled.lines, "{place}");
        assert_eq!(read.spans, compiled.spans, "{place}");
        assert_eq!(read.handlers, compiled.handlers, "{place}");
        assert_eq!(read.caches.len(), compiled.caches.len(), "{place}");
        assert_eq!(read.constants.len(), compiled.constants.len(), "{place}");
        for (read, compiled) in read.constants.iter().zip(&compiled.constants) {
            match (read, compiled) {
                (Value::Code(read), Value::Code(compiled)) => {
                    same_code(read, compiled, &place, functions);
                }
                _ => assert_eq!(shown(read), shown(compiled), "{place}"),
            }
        }
    }

    /// All that is not listed op by op.
    fn heading(code: &Code) -> String {
        let names = |list: &[Rc<crate::lang::objects::Str>]| {
            let names: Vec<&str> = list.iter().map(|name| name.as_str()).collect();
            names.join(" ")
        };
        let cells = code
            .cells
            .iter()
            .map(|cell| (cell.name.to_string(), cell.param));
        let calls = code.call_names.iter().map(|list| names(list));
        format!(
            "{} {} {:?} {:?} {} {} | {} | {:?} {} {} | {:?} {} | {} {:?} {:?}",
            code.name,
            code.qualname,
            code.range,
            code.kind,
            code.first_line,
            code.is_generator,
            names(&code.locals),
            (code.positional, code.positional_only, code.keyword_only),
            code.var_positional,
            code.var_keyword,
            cells.collect::<Vec<_>>(),
            names(&code.free),
            names(&code.names),
            calls.collect::<Vec<_>>(),
            code.doc,
        )
    }

    /// A constant with its type, and whether it is the one object for its text.
    fn shown(value: &Value) -> String {
        match value {
            Value::Str(text) => format!("{} {:?}", text.is_interned(), text.as_str()),
            Value::Tuple(items) => format!("{:?}", items.iter().map(shown).collect::<Vec<_>>()),
            Value::Bytes(bytes) => format!("{:?}", bytes.0),
            Value::BigInt(big) => big.to_string(),
            Value::Complex(complex) => format!("{} {}", complex.real, complex.imag),
            Value::Float(float) => format!("{:x}", float.to_bits()),
            other => format!("{other:?}"),
        }
    }
}
