//! An uncaught exception as the page shows it, with repairs where there are some.

use std::rc::Rc;

use crate::edit::Program;
use crate::edit::palette::Layers;
use crate::edit::repair::{self, Place};
use crate::session::protocol::{Diagnostic, Failure, Severity, ShapeClash, Span};

/// An exception that no one caught, or a program that cannot be run at all.
#[derive(Clone, Debug, Default)]
pub struct Raised {
    pub kind: String,
    pub message: String,
    pub because: String,
    pub traceback: String,
    /// Byte range of the innermost place in the learner's program.
    pub place: Option<(u32, u32)>,
    pub clash: Option<Box<ShapeClash>>,
}

/// The exception with its place and its repairs. `module` is the path of the module that was running.
pub fn failure(
    raised: &Raised,
    program: &Rc<Program>,
    layers: &Layers,
    module: Option<&str>,
) -> Failure {
    let span = raised.place.map(|place| program.span_of_bytes(place));
    let repairs = match &raised.clash {
        Some(clash) => repair::repairs(
            program,
            layers,
            clash,
            &Place {
                module,
                span: span.as_ref(),
            },
        ),
        None => Vec::new(),
    };
    Failure {
        kind: raised.kind.clone(),
        message: raised.message.clone(),
        because: raised.because.clone(),
        traceback: raised.traceback.clone(),
        span,
        shape: raised.clash.as_deref().cloned(),
        repairs,
    }
}

/// A failure of the dry run as a mark in the text.
pub fn diagnostic(failure: &Failure) -> Diagnostic {
    let words = match failure.message.is_empty() {
        true => failure.kind.clone(),
        false => format!("{}: {}", failure.kind, failure.message),
    };
    Diagnostic {
        severity: Severity::Error,
        span: failure.span.clone().unwrap_or(Span {
            line: 1,
            column: 0,
            end_line: 1,
            end_column: 0,
        }),
        message: words,
        because: failure.because.clone(),
        repairs: failure.repairs.clone(),
    }
}
