//! What a program asks for and Kindling does not have, said before its first line runs.

use std::rc::Rc;

use super::Vm;
use crate::lang::code::Code;
use crate::lang::compile::{self, What};
use crate::lang::objects::{Traceback, TracebackEntry};
use crate::lang::{Exception, Library, Value};

/// A name of a module that exists, but not here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The exception that the line would end in.
    pub kind: &'static str,
    /// `numpy.fft is not available in Kindling`
    pub message: String,
    /// Byte range in the text.
    pub span: (u32, u32),
}

/// All that a text asks for and a library lacks, in order. A text that does not parse asks for nothing.
pub fn missing(text: &str, library: &dyn Library) -> Vec<Missing> {
    let Ok(body) = compile::parse(text) else {
        return Vec::new();
    };
    let mut found: Vec<Missing> = Vec::new();
    for wanted in compile::wanted(&body) {
        let kind = match wanted.what {
            What::Module(_) => "ModuleNotFoundError",
            What::Import(..) => "ImportError",
            What::Attribute(..) => "AttributeError",
        };
        if let Some(message) = library.lacks(&wanted.what) {
            found.push(Missing {
                kind,
                message,
                span: wanted.span,
            });
        }
    }
    found
}

impl Vm {
    /// The exception, with the traceback that ends at the line.
    pub(super) fn refuse(&mut self, code: &Rc<Code>, missing: Missing) -> Exception {
        let exception = Exception::new(missing.kind, missing.message);
        let entries = entry(code, missing.span).into_iter().collect::<Vec<_>>();
        match self.instance_of(exception) {
            Ok(instance) => {
                if let Some(state) = instance.exception_state() {
                    state.borrow_mut().traceback = Some(Rc::new(Traceback {
                        entries: entries.into(),
                    }));
                }
                instance.into()
            }
            Err(exception) => exception,
        }
    }
}

/// The instruction for this place: the last one within the range, in the innermost function that has some.
fn entry(code: &Rc<Code>, span: (u32, u32)) -> Option<TracebackEntry> {
    let inner = code.constants.iter().find_map(|constant| match constant {
        Value::Code(inner) => entry(inner, span),
        _ => None,
    });
    inner.or_else(|| {
        let within = |&(start, end): &(u32, u32)| span.0 <= start && end <= span.1 && start < end;
        let at = code.spans.iter().rposition(within)?;
        Some(TracebackEntry {
            code: code.clone(),
            at: at as u32,
        })
    })
}
